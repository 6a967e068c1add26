package io.sparkex.types;

import java.util.Locale;

/**
 * The types that have no parameters.
 *
 * @since 0.1.0
 */
public enum SimpleType implements DataType {

	/** The type of a bare {@code NULL}. */
	NULL("void", "void"),

	/** True or false. */
	BOOLEAN("boolean", "boolean"),

	/** A signed integer of 8 bits. */
	BYTE("byte", "tinyint"),

	/** A signed integer of 16 bits. */
	SHORT("short", "smallint"),

	/** A signed integer of 32 bits. */
	INTEGER("integer", "int"),

	/** A signed integer of 64 bits. */
	LONG("long", "bigint"),

	/** An IEEE 754 number of 32 bits. */
	FLOAT("float", "float"),

	/** An IEEE 754 number of 64 bits. */
	DOUBLE("double", "double"),

	/** A sequence of bytes. */
	BINARY("binary", "binary"),

	/** A day of the proleptic Gregorian calendar. */
	DATE("date", "date"),

	/** An instant, to the microsecond. */
	TIMESTAMP("timestamp", "timestamp"),

	/** A date and time of day without a zone, to the microsecond. */
	TIMESTAMP_NTZ("timestamp_ntz", "timestamp_ntz"),

	/** Months, days and microseconds, each with its own sign. */
	CALENDAR_INTERVAL("interval", "interval"),

	/** A semi-structured value. */
	VARIANT("variant", "variant");

	private final String typeName;

	private final String simpleString;

	SimpleType(String typeName, String simpleString) {
		this.typeName = typeName;
		this.simpleString = simpleString;
	}

	@Override
	public String typeName() {
		return this.typeName;
	}

	@Override
	public String simpleString() {
		return this.simpleString;
	}

	@Override
	public String sql() {
		return this.simpleString.toUpperCase(Locale.ROOT);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitSimple(this);
	}

	@Override
	public String toString() {
		return this.simpleString;
	}

}
