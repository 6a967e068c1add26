package io.sparkex;

/**
 * A typed string column.
 *
 * @since 0.1.0
 */
public final class TextColumn extends OrderedColumn<String> {

	TextColumn(Column column) {
		super(column);
	}

	/**
	 * Tests if this string contains another one.
	 * @param other a string
	 * @return a boolean column
	 */
	public Column contains(String other) {
		return toColumn().contains(other);
	}

	/**
	 * Tests if this string starts with another one.
	 * @param other a string
	 * @return a boolean column
	 */
	public Column startsWith(String other) {
		return toColumn().startsWith(other);
	}

	/**
	 * Tests if this string ends with another one.
	 * @param other a string
	 * @return a boolean column
	 */
	public Column endsWith(String other) {
		return toColumn().endsWith(other);
	}

	/**
	 * Tests if this string matches a SQL LIKE pattern, in which % matches any characters
	 * and _ matches one character.
	 * @param literal the pattern
	 * @return a boolean column
	 */
	public Column like(String literal) {
		return toColumn().like(literal);
	}

	/**
	 * Tests if this string matches a SQL LIKE pattern, ignoring case.
	 * @param literal the pattern
	 * @return a boolean column
	 */
	public Column ilike(String literal) {
		return toColumn().ilike(literal);
	}

	/**
	 * Tests if a part of this string matches a regular expression.
	 * @param literal the regular expression, in Java syntax
	 * @return a boolean column
	 */
	public Column rlike(String literal) {
		return toColumn().rlike(literal);
	}

}
