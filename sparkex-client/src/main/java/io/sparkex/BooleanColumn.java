package io.sparkex;

/**
 * A column of truth values, which is a condition by itself.
 *
 * @since 0.1.0
 */
public final class BooleanColumn extends ValueColumn<Boolean> {

	BooleanColumn(Column column) {
		super(column);
	}

	/**
	 * Whether both are true.
	 * @param other a boolean column
	 * @return a boolean column
	 */
	public Column and(BooleanColumn other) {
		return toColumn().and(other);
	}

	/**
	 * Whether both are true.
	 * @param other a boolean column
	 * @return a boolean column
	 */
	public Column and(Column other) {
		return toColumn().and(other);
	}

	/**
	 * Whether at least one is true.
	 * @param other a boolean column
	 * @return a boolean column
	 */
	public Column or(BooleanColumn other) {
		return toColumn().or(other);
	}

	/**
	 * Whether at least one is true.
	 * @param other a boolean column
	 * @return a boolean column
	 */
	public Column or(Column other) {
		return toColumn().or(other);
	}

	/**
	 * Whether this is false.
	 * @return a boolean column
	 */
	public Column not() {
		return Functions.not(toColumn());
	}

}
