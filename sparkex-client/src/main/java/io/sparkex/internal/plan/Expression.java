package io.sparkex.internal.plan;

/**
 * What a column computes, by families.
 *
 * @since 0.1.0
 */
public sealed interface Expression permits Literal, LeafExpression, Call, UnaryExpression, ComplexTypeExpression,
		Window, Subquery, TableArgument, WithOrigin {

	/**
	 * Calls the method of the visitor that fits the family.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * One method for each family.
	 *
	 * @param <R> what the methods return
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
