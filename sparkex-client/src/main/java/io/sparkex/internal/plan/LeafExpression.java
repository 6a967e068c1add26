package io.sparkex.internal.plan;

import org.jspecify.annotations.Nullable;

/**
 * Expressions that the server resolves from a name or a text.
 *
 * @since 0.1.0
 */
public sealed interface LeafExpression extends Expression {

	@Override
	default <R> R accept(Expression.Visitor<R> visitor) {
		return visitor.visitLeafExpression(this);
	}

	/**
	 * Calls the method of the visitor that fits the expression.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * A column by its name.
	 *
	 * @param name the name as SQL writes it, with its dots and back-quotes
	 * @param planId the relation it belongs to, or {@code null} for whichever has it
	 * @param metadata whether it is a hidden column of the source
	 */
	record Attribute(String name, @Nullable Long planId, boolean metadata) implements LeafExpression {

		/**
		 * A column that is not hidden.
		 * @param name the name
		 * @param planId the relation it belongs to, or {@code null} for whichever has it
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
	 * All columns, or all fields of a struct or of a relation with a name.
	 *
	 * @param target what to expand, ending with {@code .*}, or {@code null} for
	 * everything
	 * @param planId the relation it belongs to, or {@code null}
	 */
	record Star(@Nullable String target, @Nullable Long planId) implements LeafExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitStar(this);
		}

	}

	/**
	 * An expression as SQL text.
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
	 * A parameter of a lambda.
	 *
	 * @param name a name that no other lambda around it uses
	 */
	record LambdaVariable(String name) implements LeafExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitLambdaVariable(this);
		}

	}

	/**
	 * The columns whose names match a regular expression.
	 *
	 * @param pattern the expression in back-quotes, or a plain name
	 * @param planId the relation they belong to, or {@code null}
	 */
	record Regex(String pattern, @Nullable Long planId) implements LeafExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRegex(this);
		}

	}

	/**
	 * A visitor with one method for each expression of the family.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitAttribute(Attribute attribute);

		R visitStar(Star star);

		R visitSqlText(SqlText text);

		R visitLambdaVariable(LambdaVariable variable);

		R visitRegex(Regex regex);

	}

}
