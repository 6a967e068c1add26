package io.sparkex.types;

/**
 * The type of arrays.
 *
 * @param elementType the type of the elements
 * @param containsNull {@code true} if elements may be null
 * @since 0.1.0
 */
public record ArrayType(DataType elementType, boolean containsNull) implements DataType {

	/**
	 * Creates an array type whose elements may be null.
	 * @param elementType the type of the elements
	 */
	public ArrayType(DataType elementType) {
		this(elementType, true);
	}

	@Override
	public String typeName() {
		return "array";
	}

	@Override
	public String simpleString() {
		return "array<" + this.elementType.simpleString() + ">";
	}

	@Override
	public String sql() {
		return "ARRAY<" + this.elementType.sql() + ">";
	}

	@Override
	public String json() {
		return "{\"type\":\"array\",\"elementType\":" + this.elementType.json() + ",\"containsNull\":"
				+ this.containsNull + "}";
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitArray(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
