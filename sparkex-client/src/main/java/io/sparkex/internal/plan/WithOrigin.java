package io.sparkex.internal.plan;

import org.jspecify.annotations.Nullable;

/**
 * Expression with the call site that created it, which the server names in its errors.
 * Equality and text ignore the call site.
 *
 * @param child the expression
 * @param site the call site
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
