package io.sparkex.plan;

/**
 * An expression with the place where it was written, which the server names in its
 * errors.
 *
 * @param child the expression
 * @param site the place
 * @since 0.1.0
 */
public record Located(Expression child, CallSite site) implements Expression {

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitLocated(this);
	}

}
