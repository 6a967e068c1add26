package io.sparkex.internal.plan;

import org.jspecify.annotations.Nullable;

/**
 * Expressions that access parts of a struct, an array or a map.
 *
 * @since 0.1.0
 */
public sealed interface ComplexTypeExpression extends Expression {

	@Override
	default <R> R accept(Expression.Visitor<R> visitor) {
		return visitor.visitComplexTypeExpression(this);
	}

	/**
	 * Calls the visitor method of this expression.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Expression that extracts a field of a struct, an element of an array or the value
	 * of a map key.
	 *
	 * @param child the struct, array or map
	 * @param key the name of the field, the index or the key
	 */
	record Extract(Expression child, Expression key) implements ComplexTypeExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitExtract(this);
		}

	}

	/**
	 * Adds, replaces or removes a field of a struct.
	 *
	 * @param child the struct
	 * @param field the name of the field, with dots for nested fields
	 * @param value the value of the field, or {@code null} to remove the field
	 */
	record UpdateField(Expression child, String field, @Nullable Expression value) implements ComplexTypeExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitUpdateField(this);
		}

	}

	/**
	 * Visitor with one method for each permitted expression.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitExtract(Extract extract);

		R visitUpdateField(UpdateField update);

	}

}
