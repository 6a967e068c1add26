package io.sparkex.internal.plan;

import org.jspecify.annotations.Nullable;

/**
 * Expressions without children, which the server resolves from a name or text.
 *
 * @since 0.1.0
 */
public sealed interface LeafExpression extends Expression {

	@Override
	default <R> R accept(Expression.Visitor<R> visitor) {
		return visitor.visitLeafExpression(this);
	}

	/**
	 * Calls the visitor method of this expression.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Reference to a column by name.
	 *
	 * @param name the name in SQL syntax, with dots and backticks
	 * @param planId the relation that the column belongs to, or {@code null} to let the
	 * server resolve it
	 * @param metadata {@code true} for a metadata column of the data source
	 */
	record Attribute(String name, @Nullable Long planId, boolean metadata) implements LeafExpression {

		/**
		 * Creates a reference to a regular column.
		 * @param name the name
		 * @param planId the relation that the column belongs to, or {@code null} to let
		 * the server resolve it
		 */
		public Attribute(String name, @Nullable Long planId) {
			this(name, planId, false);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitAttribute(this);
		}

	}

	/**
	 * Star: expands to all columns, or to all fields of a struct or columns of a named
	 * relation.
	 *
	 * @param target the struct or relation, ending with {@code .*}, or {@code null} for
	 * all columns
	 * @param planId the relation that the columns belong to, or {@code null}
	 */
	record Star(@Nullable String target, @Nullable Long planId) implements LeafExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitStar(this);
		}

	}

	/**
	 * Expression in SQL syntax.
	 *
	 * @param text the text
	 */
	record SqlText(String text) implements LeafExpression {

		public SqlText {
			if (text.isBlank()) {
				throw new IllegalArgumentException("the SQL text of an expression must not be blank");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSqlText(this);
		}

	}

	/**
	 * Reference to a lambda parameter.
	 *
	 * @param name a name that is unique among nested lambdas
	 */
	record LambdaVariable(String name) implements LeafExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitLambdaVariable(this);
		}

	}

	/**
	 * Columns whose names match a regular expression.
	 *
	 * @param pattern the regular expression in backticks, or a plain name
	 * @param planId the relation that the columns belong to, or {@code null}
	 */
	record Regex(String pattern, @Nullable Long planId) implements LeafExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRegex(this);
		}

	}

	/**
	 * Visitor with one method for each permitted expression.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitAttribute(Attribute attribute);

		R visitStar(Star star);

		R visitSqlText(SqlText text);

		R visitLambdaVariable(LambdaVariable variable);

		R visitRegex(Regex regex);

	}

}
