package io.sparkex;

/**
 * A column of text.
 *
 * @since 0.1.0
 */
public final class TextColumn extends OrderedColumn<String> {

	TextColumn(Column column) {
		super(column);
	}

	/**
	 * Whether the other is a part of this text.
	 * @param other a text
	 * @return a boolean column
	 */
	public Column contains(String other) {
		return toColumn().contains(other);
	}

	/**
	 * Whether this text starts with the other.
	 * @param other a text
	 * @return a boolean column
	 */
	public Column startsWith(String other) {
		return toColumn().startsWith(other);
	}

	/**
	 * Whether this text ends with the other.
	 * @param other a text
	 * @return a boolean column
	 */
	public Column endsWith(String other) {
		return toColumn().endsWith(other);
	}

	/**
	 * Whether this text matches a pattern of SQL, where % stands for any text and _ for
	 * any character.
	 * @param literal the pattern
	 * @return a boolean column
	 */
	public Column like(String literal) {
		return toColumn().like(literal);
	}

	/**
	 * Whether this text matches a pattern of SQL, whatever the case of letters.
	 * @param literal the pattern
	 * @return a boolean column
	 */
	public Column ilike(String literal) {
		return toColumn().ilike(literal);
	}

	/**
	 * Whether a part of this text matches a regular expression.
	 * @param literal the regular expression, in the syntax of Java
	 * @return a boolean column
	 */
	public Column rlike(String literal) {
		return toColumn().rlike(literal);
	}

}
