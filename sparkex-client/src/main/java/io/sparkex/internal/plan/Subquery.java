package io.sparkex.internal.plan;

import java.util.List;

/**
 * Relation that is used as an expression.
 *
 * @param relation the relation
 * @param type the kind of subquery
 * @param values the values to look up, for {@link Type#IN}
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
	 * Kind of subquery.
	 */
	public enum Type {

		/**
		 * The single value of the relation.
		 */
		SCALAR,

		/**
		 * A check if the relation has rows.
		 */
		EXISTS,

		/**
		 * A check if the relation contains the values.
		 */
		IN

	}

}
