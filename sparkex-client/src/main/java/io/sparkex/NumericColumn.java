package io.sparkex;

/**
 * A typed numeric column. Spark widens numeric types as needed, so numbers of different
 * Java classes can be compared and combined.
 *
 * @since 0.1.0
 */
public final class NumericColumn extends OrderedColumn<Number> {

	NumericColumn(Column column) {
		super(column);
	}

	/**
	 * Adds another value to this column.
	 * @param other a number
	 * @return a column of the wider type
	 */
	public NumericColumn plus(Number other) {
		return new NumericColumn(toColumn().plus(other));
	}

	/**
	 * Adds another value to this column.
	 * @param other a numeric column
	 * @return a column of the wider type
	 */
	public NumericColumn plus(NumericColumn other) {
		return new NumericColumn(toColumn().plus(other));
	}

	/**
	 * Adds another value to this column.
	 * @param other an untyped column, which Spark must be able to convert to a number
	 * @return a column of the wider type
	 */
	public NumericColumn plus(Column other) {
		return new NumericColumn(toColumn().plus(other));
	}

	/**
	 * Subtracts another value from this column.
	 * @param other a number
	 * @return a column of the wider type
	 */
	public NumericColumn minus(Number other) {
		return new NumericColumn(toColumn().minus(other));
	}

	/**
	 * Subtracts another value from this column.
	 * @param other a numeric column
	 * @return a column of the wider type
	 */
	public NumericColumn minus(NumericColumn other) {
		return new NumericColumn(toColumn().minus(other));
	}

	/**
	 * Subtracts another value from this column.
	 * @param other an untyped column, which Spark must be able to convert to a number
	 * @return a column of the wider type
	 */
	public NumericColumn minus(Column other) {
		return new NumericColumn(toColumn().minus(other));
	}

	/**
	 * Multiplies this column by another value.
	 * @param other a number
	 * @return a column of the wider type
	 */
	public NumericColumn multiply(Number other) {
		return new NumericColumn(toColumn().multiply(other));
	}

	/**
	 * Multiplies this column by another value.
	 * @param other a numeric column
	 * @return a column of the wider type
	 */
	public NumericColumn multiply(NumericColumn other) {
		return new NumericColumn(toColumn().multiply(other));
	}

	/**
	 * Multiplies this column by another value.
	 * @param other an untyped column, which Spark must be able to convert to a number
	 * @return a column of the wider type
	 */
	public NumericColumn multiply(Column other) {
		return new NumericColumn(toColumn().multiply(other));
	}

	/**
	 * Divides this column by another value. The result has a fractional part even for
	 * integers. Division by zero is an error in ANSI mode.
	 * @param other a number
	 * @return a column
	 */
	public NumericColumn divide(Number other) {
		return new NumericColumn(toColumn().divide(other));
	}

	/**
	 * Divides this column by another value. The result has a fractional part even for
	 * integers. Division by zero is an error in ANSI mode.
	 * @param other a numeric column
	 * @return a column
	 */
	public NumericColumn divide(NumericColumn other) {
		return new NumericColumn(toColumn().divide(other));
	}

	/**
	 * Divides this column by another value. The result has a fractional part even for
	 * integers. Division by zero is an error in ANSI mode.
	 * @param other an untyped column, which Spark must be able to convert to a number
	 * @return a column
	 */
	public NumericColumn divide(Column other) {
		return new NumericColumn(toColumn().divide(other));
	}

	/**
	 * Computes the remainder of a division by another value, with the sign of this
	 * column.
	 * @param other a number
	 * @return a column of the wider type
	 */
	public NumericColumn mod(Number other) {
		return new NumericColumn(toColumn().mod(other));
	}

	/**
	 * Computes the remainder of a division by another value, with the sign of this
	 * column.
	 * @param other a numeric column
	 * @return a column of the wider type
	 */
	public NumericColumn mod(NumericColumn other) {
		return new NumericColumn(toColumn().mod(other));
	}

	/**
	 * Computes the remainder of a division by another value, with the sign of this
	 * column.
	 * @param other an untyped column, which Spark must be able to convert to a number
	 * @return a column of the wider type
	 */
	public NumericColumn mod(Column other) {
		return new NumericColumn(toColumn().mod(other));
	}

}
