package io.sparkex.types;

/**
 * A type as text that the server parses.
 *
 * @param text the type in SQL syntax
 * @since 0.1.0
 */
public record UnparsedType(String text) implements DataType {

	@Override
	public String typeName() {
		return this.text;
	}

	@Override
	public String simpleString() {
		return this.text;
	}

	@Override
	public String sql() {
		return this.text;
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitUnparsed(this);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
