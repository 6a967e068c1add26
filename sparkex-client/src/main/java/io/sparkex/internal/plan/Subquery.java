package io.sparkex.internal.plan;

import java.util.List;

/**
 * A relation used as an expression.
 *
 * @param relation the relation
 * @param type what is made of it
 * @param values what is looked for in it, for {@link Type#IN}
 * @since 0.1.0
 */
public record Subquery(Relation relation, Type type, List<Expression> values) implements Expression {

	public Subquery {
		values = List.copyOf(values);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitSubquery(this);
	}

	/**
	 * What is made of the relation.
	 */
	public enum Type {

		/** The only value it has. */
		SCALAR,

		/** Whether it has rows. */
		EXISTS,

		/** Whether it has a row of these values. */
		IN

	}

}
