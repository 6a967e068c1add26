package io.sparkex.types;

/**
 * The type of UTF-8 strings of any length.
 *
 * @param collation the collation for comparisons and sorting; {@code UTF8_BINARY} by
 * default
 * @since 0.1.0
 */
public record StringType(String collation) implements DataType {

	/**
	 * The default collation, which compares bytes.
	 */
	public static final String DEFAULT_COLLATION = "UTF8_BINARY";

	public StringType {
		if (collation.isBlank()) {
			throw new IllegalArgumentException("collation must not be blank");
		}
	}

	/**
	 * Creates a string type with the default collation.
	 */
	public StringType() {
		this(DEFAULT_COLLATION);
	}

	private boolean isDefault() {
		return DEFAULT_COLLATION.equals(this.collation);
	}

	@Override
	public String typeName() {
		return "string";
	}

	@Override
	public String simpleString() {
		return isDefault() ? "string" : "string collate " + this.collation;
	}

	@Override
	public String sql() {
		return isDefault() ? "STRING" : "STRING COLLATE " + this.collation;
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitString(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
