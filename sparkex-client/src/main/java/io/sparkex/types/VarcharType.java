package io.sparkex.types;

/**
 * The type of strings with a maximum length.
 *
 * @param length the maximum number of characters, at least 1
 * @since 0.1.0
 */
public record VarcharType(int length) implements DataType {

	public VarcharType {
		if (length < 1) {
			throw new IllegalArgumentException("length must be at least 1 but is " + length);
		}
	}

	@Override
	public String typeName() {
		return "varchar(" + this.length + ")";
	}

	@Override
	public String simpleString() {
		return typeName();
	}

	@Override
	public String sql() {
		return "VARCHAR(" + this.length + ")";
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitVarchar(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
