package io.sparkex;

/**
 * A typed column of comparable values, such as dates and timestamps.
 *
 * @param <V> the type of the values
 * @since 0.1.0
 */
public sealed class OrderedColumn<V> extends ValueColumn<V> permits NumericColumn, TextColumn {

	OrderedColumn(Column column) {
		super(column);
	}

	/**
	 * Tests if this column is greater than another value. The result is null if either is
	 * null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column gt(V other) {
		return toColumn().gt(other);
	}

	/**
	 * Tests if this column is greater than another value. The result is null if either is
	 * null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column gt(TypedColumn<V> other) {
		return toColumn().gt(other);
	}

	/**
	 * Tests if this column is greater than another value. The result is null if either is
	 * null.
	 * @param other an untyped column, which Spark must be able to compare with this one
	 * @return a boolean column
	 */
	public final Column gt(Column other) {
		return toColumn().gt(other);
	}

	/**
	 * Tests if this column is greater than or equal to another value. The result is null
	 * if either is null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column geq(V other) {
		return toColumn().geq(other);
	}

	/**
	 * Tests if this column is greater than or equal to another value. The result is null
	 * if either is null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column geq(TypedColumn<V> other) {
		return toColumn().geq(other);
	}

	/**
	 * Tests if this column is greater than or equal to another value. The result is null
	 * if either is null.
	 * @param other an untyped column, which Spark must be able to compare with this one
	 * @return a boolean column
	 */
	public final Column geq(Column other) {
		return toColumn().geq(other);
	}

	/**
	 * Tests if this column is less than another value. The result is null if either is
	 * null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column lt(V other) {
		return toColumn().lt(other);
	}

	/**
	 * Tests if this column is less than another value. The result is null if either is
	 * null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column lt(TypedColumn<V> other) {
		return toColumn().lt(other);
	}

	/**
	 * Tests if this column is less than another value. The result is null if either is
	 * null.
	 * @param other an untyped column, which Spark must be able to compare with this one
	 * @return a boolean column
	 */
	public final Column lt(Column other) {
		return toColumn().lt(other);
	}

	/**
	 * Tests if this column is less than or equal to another value. The result is null if
	 * either is null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column leq(V other) {
		return toColumn().leq(other);
	}

	/**
	 * Tests if this column is less than or equal to another value. The result is null if
	 * either is null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column leq(TypedColumn<V> other) {
		return toColumn().leq(other);
	}

	/**
	 * Tests if this column is less than or equal to another value. The result is null if
	 * either is null.
	 * @param other an untyped column, which Spark must be able to compare with this one
	 * @return a boolean column
	 */
	public final Column leq(Column other) {
		return toColumn().leq(other);
	}

	/**
	 * Tests if this column is between two bounds, both inclusive.
	 * @param lowerBound a value
	 * @param upperBound a value
	 * @return a boolean column
	 */
	public final Column between(V lowerBound, V upperBound) {
		return geq(lowerBound).and(leq(upperBound));
	}

}
