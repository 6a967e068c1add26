package io.sparkex;

/**
 * A column of values that have an order, such as dates and times.
 *
 * @param <V> the type of the values
 * @since 0.1.0
 */
public sealed class OrderedColumn<V> extends ValueColumn<V> permits NumericColumn, TextColumn {

	OrderedColumn(Column column) {
		super(column);
	}

	/**
	 * Whether this is greater than the other.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column gt(V other) {
		return toColumn().gt(other);
	}

	/**
	 * Whether this is greater than the other.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column gt(TypedColumn<V> other) {
		return toColumn().gt(other);
	}

	/**
	 * Whether this is greater than the other.
	 * @param other a column that Spark can compare with this
	 * @return a boolean column
	 */
	public final Column gt(Column other) {
		return toColumn().gt(other);
	}

	/**
	 * Whether this is greater than the other or equal to it.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column geq(V other) {
		return toColumn().geq(other);
	}

	/**
	 * Whether this is greater than the other or equal to it.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column geq(TypedColumn<V> other) {
		return toColumn().geq(other);
	}

	/**
	 * Whether this is greater than the other or equal to it.
	 * @param other a column that Spark can compare with this
	 * @return a boolean column
	 */
	public final Column geq(Column other) {
		return toColumn().geq(other);
	}

	/**
	 * Whether this is less than the other.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column lt(V other) {
		return toColumn().lt(other);
	}

	/**
	 * Whether this is less than the other.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column lt(TypedColumn<V> other) {
		return toColumn().lt(other);
	}

	/**
	 * Whether this is less than the other.
	 * @param other a column that Spark can compare with this
	 * @return a boolean column
	 */
	public final Column lt(Column other) {
		return toColumn().lt(other);
	}

	/**
	 * Whether this is less than the other or equal to it.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column leq(V other) {
		return toColumn().leq(other);
	}

	/**
	 * Whether this is less than the other or equal to it.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column leq(TypedColumn<V> other) {
		return toColumn().leq(other);
	}

	/**
	 * Whether this is less than the other or equal to it.
	 * @param other a column that Spark can compare with this
	 * @return a boolean column
	 */
	public final Column leq(Column other) {
		return toColumn().leq(other);
	}

	/**
	 * Whether this lies between two bounds, both included.
	 * @param lowerBound a value
	 * @param upperBound a value
	 * @return a boolean column
	 */
	public final Column between(V lowerBound, V upperBound) {
		return geq(lowerBound).and(leq(upperBound));
	}

}
