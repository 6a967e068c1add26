package io.sparkex.internal.plan;

/**
 * Operators that format rows as text on the server.
 *
 * @since 0.1.0
 */
public sealed interface ShowOperator extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitShowOperator(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Operator that formats the first rows as a text table.
	 *
	 * @param input the input
	 * @param rows the maximum number of rows
	 * @param truncate the maximum length of a cell, 0 for no limit
	 * @param vertical {@code true} to print one line for each column value
	 */
	record ShowString(Relation input, int rows, int truncate, boolean vertical) implements ShowOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitShowString(this);
		}

	}

	/**
	 * Operator that formats the first rows as an HTML table.
	 *
	 * @param input the input
	 * @param rows the maximum number of rows
	 * @param truncate the maximum length of a cell, 0 for no limit
	 */
	record HtmlString(Relation input, int rows, int truncate) implements ShowOperator {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitHtmlString(this);
		}

	}

	/**
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitShowString(ShowString showString);

		R visitHtmlString(HtmlString htmlString);

	}

}
