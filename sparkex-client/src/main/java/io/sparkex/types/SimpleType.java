package io.sparkex.types;

import java.util.Locale;

/**
 * The types without parameters.
 *
 * @since 0.1.0
 */
public enum SimpleType implements DataType {

	/**
	 * The type of an untyped {@code NULL}.
	 */
	NULL("void", "void"),

	/**
	 * True or false.
	 */
	BOOLEAN("boolean", "boolean"),

	/**
	 * An 8-bit signed integer.
	 */
	BYTE("byte", "tinyint"),

	/**
	 * A 16-bit signed integer.
	 */
	SHORT("short", "smallint"),

	/**
	 * A 32-bit signed integer.
	 */
	INTEGER("integer", "int"),

	/**
	 * A 64-bit signed integer.
	 */
	LONG("long", "bigint"),

	/**
	 * A 32-bit floating-point number (IEEE 754).
	 */
	FLOAT("float", "float"),

	/**
	 * A 64-bit floating-point number (IEEE 754).
	 */
	DOUBLE("double", "double"),

	/**
	 * A byte sequence.
	 */
	BINARY("binary", "binary"),

	/**
	 * A date in the proleptic Gregorian calendar.
	 */
	DATE("date", "date"),

	/**
	 * An instant with microsecond precision.
	 */
	TIMESTAMP("timestamp", "timestamp"),

	/**
	 * A date and time without time zone, with microsecond precision.
	 */
	TIMESTAMP_NTZ("timestamp_ntz", "timestamp_ntz"),

	/**
	 * An interval of months, days and microseconds, each with its own sign.
	 */
	CALENDAR_INTERVAL("interval", "interval"),

	/**
	 * A semi-structured value.
	 */
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
