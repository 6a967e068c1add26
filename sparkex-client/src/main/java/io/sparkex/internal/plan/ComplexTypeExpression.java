package io.sparkex.internal.plan;

import org.jspecify.annotations.Nullable;

/**
 * Expressions that reach into a struct, an array or a map.
 *
 * @since 0.1.0
 */
public sealed interface ComplexTypeExpression extends Expression {

	@Override
	default <R> R accept(Expression.Visitor<R> visitor) {
		return visitor.visitComplexTypeExpression(this);
	}

	/**
	 * Calls the method of the visitor that fits the expression.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * A field, an element or the value of a key.
	 *
	 * @param child the struct, array or map
	 * @param key the name of the field, the position or the key
	 */
	record Extract(Expression child, Expression key) implements ComplexTypeExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitExtract(this);
		}

	}

	/**
	 * A struct with a field added, replaced or left out.
	 *
	 * @param child the struct
	 * @param field the name of the field, with dots for one further down
	 * @param value the value of the field, or {@code null} to leave it out
	 */
	record UpdateField(Expression child, String field, @Nullable Expression value) implements ComplexTypeExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitUpdateField(this);
		}

	}

	/**
	 * A visitor with one method for each expression of the family.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitExtract(Extract extract);

		R visitUpdateField(UpdateField update);

	}

}
