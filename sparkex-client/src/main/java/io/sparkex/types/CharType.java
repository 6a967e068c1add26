package io.sparkex.types;

/**
 * The type of strings with a fixed length, padded with spaces.
 *
 * @param length the number of characters, at least 1
 * @since 0.1.0
 */
public record CharType(int length) implements DataType {

	public CharType {
		if (length < 1) {
			throw new IllegalArgumentException("length must be at least 1 but is " + length);
		}
	}

	@Override
	public String typeName() {
		return "char(" + this.length + ")";
	}

	@Override
	public String simpleString() {
		return typeName();
	}

	@Override
	public String sql() {
		return "CHAR(" + this.length + ")";
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitChar(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
