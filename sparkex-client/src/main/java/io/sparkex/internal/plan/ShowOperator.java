package io.sparkex.internal.plan;

/**
 * Operators that turn rows into text on the server.
 *
 * @since 0.1.0
 */
public sealed interface ShowOperator extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitShowOperator(this);
	}

	/**
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * The first rows as a table of text.
	 *
	 * @param input the relation to read
	 * @param rows the most rows to show
	 * @param truncate the longest text of a cell, 0 for any
	 * @param vertical whether each row becomes a block of lines
	 */
	record ShowString(Relation input, int rows, int truncate, boolean vertical) implements ShowOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitShowString(this);
		}

	}

	/**
	 * The first rows as a table in HTML.
	 *
	 * @param input the relation to read
	 * @param rows the most rows to show
	 * @param truncate the longest text of a cell, 0 for any
	 */
	record HtmlString(Relation input, int rows, int truncate) implements ShowOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitHtmlString(this);
		}

	}

	/**
	 * A visitor with one method for each operator of the family.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitShowString(ShowString showString);

		R visitHtmlString(HtmlString htmlString);

	}

}
