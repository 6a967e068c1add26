package io.sparkex.types;

import io.sparkex.internal.json.JsonWriter;

/**
 * A field of a {@link StructType}.
 *
 * @param name the field name
 * @param dataType the type
 * @param nullable {@code true} if the field may be null
 * @param metadata the metadata as a JSON object; {@code {}} if there is none
 * @since 0.1.0
 */
public record StructField(String name, DataType dataType, boolean nullable, String metadata) {

	/**
	 * Empty metadata.
	 */
	public static final String NO_METADATA = "{}";

	/**
	 * Creates a field without metadata.
	 * @param name the field name
	 * @param dataType the type
	 * @param nullable {@code true} if the field may be null
	 */
	public StructField(String name, DataType dataType, boolean nullable) {
		this(name, dataType, nullable, NO_METADATA);
	}

	/**
	 * Returns the column definition of this field in SQL syntax, without metadata.
	 * @return a definition such as {@code `a b` INT NOT NULL}
	 */
	public String toDDL() {
		return Identifiers.quoteIfNeeded(this.name) + " " + this.dataType.sql() + (this.nullable ? "" : " NOT NULL");
	}

	String json() {
		return "{\"name\":" + JsonWriter.quote(this.name) + ",\"type\":" + this.dataType.json() + ",\"nullable\":"
				+ this.nullable + ",\"metadata\":" + this.metadata + "}";
	}

	@Override
	public String toString() {
		return toDDL();
	}

}
