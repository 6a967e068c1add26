package io.sparkex;

/**
 * A column of numbers of any Java class. Spark widens numbers as needed, so that they
 * compare and compute with each other whatever their classes.
 *
 * @since 0.1.0
 */
public final class NumericColumn extends OrderedColumn<Number> {

	NumericColumn(Column column) {
		super(column);
	}

	/**
	 * The sum.
	 * @param other a number
	 * @return a column of the wider type
	 */
	public NumericColumn plus(Number other) {
		return new NumericColumn(toColumn().plus(other));
	}

	/**
	 * The sum.
	 * @param other a column of numbers
	 * @return a column of the wider type
	 */
	public NumericColumn plus(NumericColumn other) {
		return new NumericColumn(toColumn().plus(other));
	}

	/**
	 * The sum.
	 * @param other a column that Spark can compute with
	 * @return a column of the wider type
	 */
	public NumericColumn plus(Column other) {
		return new NumericColumn(toColumn().plus(other));
	}

	/**
	 * The difference.
	 * @param other a number
	 * @return a column of the wider type
	 */
	public NumericColumn minus(Number other) {
		return new NumericColumn(toColumn().minus(other));
	}

	/**
	 * The difference.
	 * @param other a column of numbers
	 * @return a column of the wider type
	 */
	public NumericColumn minus(NumericColumn other) {
		return new NumericColumn(toColumn().minus(other));
	}

	/**
	 * The difference.
	 * @param other a column that Spark can compute with
	 * @return a column of the wider type
	 */
	public NumericColumn minus(Column other) {
		return new NumericColumn(toColumn().minus(other));
	}

	/**
	 * The product.
	 * @param other a number
	 * @return a column of the wider type
	 */
	public NumericColumn multiply(Number other) {
		return new NumericColumn(toColumn().multiply(other));
	}

	/**
	 * The product.
	 * @param other a column of numbers
	 * @return a column of the wider type
	 */
	public NumericColumn multiply(NumericColumn other) {
		return new NumericColumn(toColumn().multiply(other));
	}

	/**
	 * The product.
	 * @param other a column that Spark can compute with
	 * @return a column of the wider type
	 */
	public NumericColumn multiply(Column other) {
		return new NumericColumn(toColumn().multiply(other));
	}

	/**
	 * The quotient, which has a fraction even for integers. Dividing by zero is an error
	 * in ANSI mode.
	 * @param other a number
	 * @return a column
	 */
	public NumericColumn divide(Number other) {
		return new NumericColumn(toColumn().divide(other));
	}

	/**
	 * The quotient, which has a fraction even for integers. Dividing by zero is an error
	 * in ANSI mode.
	 * @param other a column of numbers
	 * @return a column
	 */
	public NumericColumn divide(NumericColumn other) {
		return new NumericColumn(toColumn().divide(other));
	}

	/**
	 * The quotient, which has a fraction even for integers. Dividing by zero is an error
	 * in ANSI mode.
	 * @param other a column that Spark can compute with
	 * @return a column
	 */
	public NumericColumn divide(Column other) {
		return new NumericColumn(toColumn().divide(other));
	}

	/**
	 * The rest of a division, with the sign of this.
	 * @param other a number
	 * @return a column of the wider type
	 */
	public NumericColumn mod(Number other) {
		return new NumericColumn(toColumn().mod(other));
	}

	/**
	 * The rest of a division, with the sign of this.
	 * @param other a column of numbers
	 * @return a column of the wider type
	 */
	public NumericColumn mod(NumericColumn other) {
		return new NumericColumn(toColumn().mod(other));
	}

	/**
	 * The rest of a division, with the sign of this.
	 * @param other a column that Spark can compute with
	 * @return a column of the wider type
	 */
	public NumericColumn mod(Column other) {
		return new NumericColumn(toColumn().mod(other));
	}

}
