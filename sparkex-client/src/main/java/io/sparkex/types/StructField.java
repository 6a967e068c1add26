package io.sparkex.types;

/**
 * A named part of a {@link StructType}.
 *
 * @param name the name, in the case it was given
 * @param dataType the type
 * @param nullable whether it may be null
 * @param metadata a JSON object, {@code {}} for none
 * @since 0.1.0
 */
public record StructField(String name, DataType dataType, boolean nullable, String metadata) {

	/** The metadata of a field that has none. */
	public static final String NO_METADATA = "{}";

	/**
	 * A field without metadata.
	 * @param name the name
	 * @param dataType the type
	 * @param nullable whether it may be null
	 */
	public StructField(String name, DataType dataType, boolean nullable) {
		this(name, dataType, nullable, NO_METADATA);
	}

	/**
	 * The column definition of this field as Spark SQL parses it. Metadata has no place
	 * in it.
	 * @return a definition such as {@code `a b` INT NOT NULL}
	 */
	public String toDDL() {
		return Identifiers.quoteIfNeeded(this.name) + " " + this.dataType.sql() + (this.nullable ? "" : " NOT NULL");
	}

	String json() {
		return "{\"name\":" + Json.quote(this.name) + ",\"type\":" + this.dataType.json() + ",\"nullable\":"
				+ this.nullable + ",\"metadata\":" + this.metadata + "}";
	}

	@Override
	public String toString() {
		return toDDL();
	}

}
