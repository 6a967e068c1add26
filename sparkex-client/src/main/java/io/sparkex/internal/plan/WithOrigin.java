package io.sparkex.internal.plan;

import org.jspecify.annotations.Nullable;

/**
 * An expression with the place where it was written, which the server names in its
 * errors. The place does not change what it means: it has no part in equality and text.
 *
 * @param child the expression
 * @param site the place
 * @since 0.1.0
 */
public record WithOrigin(Expression child, CallSite site) implements Expression {

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitWithOrigin(this);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof WithOrigin that && this.child.equals(that.child);
	}

	@Override
	public int hashCode() {
		return this.child.hashCode();
	}

	@Override
	public String toString() {
		return this.child.toString();
	}

}
