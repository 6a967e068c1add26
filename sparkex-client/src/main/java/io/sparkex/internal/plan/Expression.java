package io.sparkex.internal.plan;

/**
 * Expression of a column.
 *
 * @since 0.1.0
 */
public sealed interface Expression permits Literal, LeafExpression, Call, UnaryExpression, ComplexTypeExpression,
		Window, Subquery, TableArgument, WithOrigin {

	/**
	 * Calls the visitor method of this type of expression.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Visitor with one method for each type of expression.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitLiteral(Literal literal);

		R visitLeafExpression(LeafExpression expression);

		R visitCall(Call call);

		R visitUnaryExpression(UnaryExpression expression);

		R visitComplexTypeExpression(ComplexTypeExpression expression);

		R visitWindow(Window window);

		R visitSubquery(Subquery subquery);

		R visitTableArgument(TableArgument argument);

		R visitWithOrigin(WithOrigin expression);

	}

}
