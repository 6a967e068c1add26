package io.sparkex.plan;

/**
 * What a column computes, by families.
 *
 * @since 0.1.0
 */
public sealed interface Expression
		permits Literal, Leaf, Call, Decoration, Access, Window, Subquery, TableArgument, Located {

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

		R visitLeaf(Leaf leaf);

		R visitCall(Call call);

		R visitDecoration(Decoration decoration);

		R visitAccess(Access access);

		R visitWindow(Window window);

		R visitSubquery(Subquery subquery);

		R visitTableArgument(TableArgument argument);

		R visitLocated(Located located);

	}

}
