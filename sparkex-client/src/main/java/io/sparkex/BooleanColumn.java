package io.sparkex;

/**
 * A typed boolean column, which can be used as a condition.
 *
 * @since 0.1.0
 */
public final class BooleanColumn extends ValueColumn<Boolean> {

	BooleanColumn(Column column) {
		super(column);
	}

	/**
	 * Combines two conditions with a logical AND.
	 * @param other a boolean column
	 * @return a boolean column
	 */
	public Column and(BooleanColumn other) {
		return toColumn().and(other);
	}

	/**
	 * Combines two conditions with a logical AND.
	 * @param other a boolean column
	 * @return a boolean column
	 */
	public Column and(Column other) {
		return toColumn().and(other);
	}

	/**
	 * Combines two conditions with a logical OR.
	 * @param other a boolean column
	 * @return a boolean column
	 */
	public Column or(BooleanColumn other) {
		return toColumn().or(other);
	}

	/**
	 * Combines two conditions with a logical OR.
	 * @param other a boolean column
	 * @return a boolean column
	 */
	public Column or(Column other) {
		return toColumn().or(other);
	}

	/**
	 * Negates this condition.
	 * @return a boolean column
	 */
	public Column not() {
		return Functions.not(toColumn());
	}

}
