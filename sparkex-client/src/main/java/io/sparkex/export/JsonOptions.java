package io.sparkex.export;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Options for results in JSON format. Immutable and thread-safe.
 * <p>
 * Numbers and booleans are JSON numbers and booleans; NaN and infinities are strings.
 * Dates, times and intervals are ISO 8601 strings, with fractional seconds in groups of
 * three digits as needed: {@code 2024-01-02}, {@code 2024-01-02T03:04:05.678Z} for
 * TIMESTAMP, the same without {@code Z} for TIMESTAMP_NTZ, {@code 03:04:05} for TIME,
 * {@code PT26H} and {@code P1Y2M} for intervals. Years after 9999 have a plus sign, years
 * before 0 a minus sign. Historical UTC offsets may include seconds.
 * <p>
 * Binary values are Base64. Structs are objects, arrays are arrays. Maps with string keys
 * are objects; other maps are arrays of objects with {@code key} and {@code value}. A
 * variant is the JSON that Spark produces, in UTC. A geometry or geography is an object
 * with {@code srid} and {@code wkb}, the well-known binary form in Base64. If several
 * columns have the same name, all are written, but most readers keep only the last one.
 *
 * @since 0.1.0
 */
public final class JsonOptions {

	private static final JsonOptions DEFAULTS = new JsonOptions(ZoneOffset.UTC, true, false, false);

	private final ZoneId timeZone;

	private final boolean nullFields;

	private final boolean decimalsAsStrings;

	private final boolean longsAsStrings;

	private JsonOptions(ZoneId timeZone, boolean nullFields, boolean decimalsAsStrings, boolean longsAsStrings) {
		this.timeZone = timeZone;
		this.nullFields = nullFields;
		this.decimalsAsStrings = decimalsAsStrings;
		this.longsAsStrings = longsAsStrings;
	}

	/**
	 * Returns the default options: timestamps in UTC, null fields included, and all
	 * numbers as JSON numbers.
	 * @return the options
	 */
	public static JsonOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Sets the time zone of TIMESTAMP values, which are written with their UTC offset.
	 * The default is UTC.
	 * @param timeZone the time zone
	 * @return new options
	 */
	public JsonOptions withTimeZone(ZoneId timeZone) {
		return new JsonOptions(timeZone, this.nullFields, this.decimalsAsStrings, this.longsAsStrings);
	}

	/**
	 * Includes or omits columns and struct fields that are null. Included by default.
	 * Nulls in arrays and maps are always written.
	 * @param nullFields {@code true} to write null fields
	 * @return new options
	 */
	public JsonOptions withNullFields(boolean nullFields) {
		return new JsonOptions(this.timeZone, nullFields, this.decimalsAsStrings, this.longsAsStrings);
	}

	/**
	 * Writes DECIMAL values as strings or numbers. Use strings for readers with binary
	 * floating-point numbers, such as JavaScript. Numbers by default.
	 * @param decimalsAsStrings {@code true} to write strings
	 * @return new options
	 */
	public JsonOptions withDecimalsAsStrings(boolean decimalsAsStrings) {
		return new JsonOptions(this.timeZone, this.nullFields, decimalsAsStrings, this.longsAsStrings);
	}

	/**
	 * Writes BIGINT values as strings or numbers. Use strings for readers that do not
	 * support integers above 2^53, such as JavaScript. Numbers by default.
	 * @param longsAsStrings {@code true} to write strings
	 * @return new options
	 */
	public JsonOptions withLongsAsStrings(boolean longsAsStrings) {
		return new JsonOptions(this.timeZone, this.nullFields, this.decimalsAsStrings, longsAsStrings);
	}

	/**
	 * Returns the time zone of TIMESTAMP values.
	 * @return the time zone
	 */
	public ZoneId timeZone() {
		return this.timeZone;
	}

	/**
	 * Returns {@code true} if null fields are written.
	 * @return {@code true} if null fields are written
	 */
	public boolean nullFields() {
		return this.nullFields;
	}

	/**
	 * Returns {@code true} if DECIMAL values are strings.
	 * @return {@code true} if DECIMAL values are strings
	 */
	public boolean decimalsAsStrings() {
		return this.decimalsAsStrings;
	}

	/**
	 * Returns {@code true} if BIGINT values are strings.
	 * @return {@code true} if BIGINT values are strings
	 */
	public boolean longsAsStrings() {
		return this.longsAsStrings;
	}

}
