package io.sparkex.types;

/**
 * The type of maps. Keys are never null.
 *
 * @param keyType the type of the keys
 * @param valueType the type of the values
 * @param valueContainsNull {@code true} if values may be null
 * @since 0.1.0
 */
public record MapType(DataType keyType, DataType valueType, boolean valueContainsNull) implements DataType {

	/**
	 * Creates a map type whose values may be null.
	 * @param keyType the type of the keys
	 * @param valueType the type of the values
	 */
	public MapType(DataType keyType, DataType valueType) {
		this(keyType, valueType, true);
	}

	@Override
	public String typeName() {
		return "map";
	}

	@Override
	public String simpleString() {
		return "map<" + this.keyType.simpleString() + "," + this.valueType.simpleString() + ">";
	}

	@Override
	public String sql() {
		return "MAP<" + this.keyType.sql() + ", " + this.valueType.sql() + ">";
	}

	@Override
	public String json() {
		return "{\"type\":\"map\",\"keyType\":" + this.keyType.json() + ",\"valueType\":" + this.valueType.json()
				+ ",\"valueContainsNull\":" + this.valueContainsNull + "}";
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitMap(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
