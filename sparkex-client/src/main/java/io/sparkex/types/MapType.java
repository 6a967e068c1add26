package io.sparkex.types;

/**
 * A map; its keys are never null.
 *
 * @param keyType the type of the keys
 * @param valueType the type of the values
 * @param valueContainsNull whether a value may be null
 * @since 0.1.0
 */
public record MapType(DataType keyType, DataType valueType, boolean valueContainsNull) implements DataType {

	/**
	 * A map whose values may be null.
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
