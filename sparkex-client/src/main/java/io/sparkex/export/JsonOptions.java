package io.sparkex.export;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How values are written as JSON. Immutable and thread-safe.
 * <p>
 * Numbers and booleans are those of JSON; NaN and the infinities are strings. Dates and
 * times are strings of ISO 8601, with as many groups of three digits after the second as
 * are needed: {@code 2024-01-02}, {@code 2024-01-02T03:04:05.678Z} for a TIMESTAMP, the
 * same without {@code Z} for a TIMESTAMP_NTZ, {@code 03:04:05} for a TIME. So are
 * intervals, such as {@code PT26H} and {@code P1Y2M}. Years after 9999 have a plus sign
 * and those before 0 a minus sign. The offsets that zones had before they kept whole
 * minutes have seconds.
 * <p>
 * Bytes are Base64. Structs are objects and arrays arrays; maps are objects if their keys
 * are text, else arrays of objects with a {@code key} and a {@code value}. A variant is
 * the JSON that Spark makes of it, in UTC. A geometry or geography is an object with its
 * {@code srid} and its {@code wkb}, the well-known binary form in Base64. Of columns with
 * the same name each is written, though most readers keep only the last.
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
	 * Timestamps in UTC, null fields written, all numbers as numbers.
	 * @return options
	 */
	public static JsonOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * The time zone whose clocks show a TIMESTAMP, which is written with its offset from
	 * UTC; UTC by default.
	 * @param timeZone the zone
	 * @return new options
	 */
	public JsonOptions withTimeZone(ZoneId timeZone) {
		return new JsonOptions(timeZone, this.nullFields, this.decimalsAsStrings, this.longsAsStrings);
	}

	/**
	 * Whether columns and fields of structs that are null are written, as by default, or
	 * left out. Nulls in arrays and maps are always written.
	 * @param nullFields whether to write them
	 * @return new options
	 */
	public JsonOptions withNullFields(boolean nullFields) {
		return new JsonOptions(this.timeZone, nullFields, this.decimalsAsStrings, this.longsAsStrings);
	}

	/**
	 * Whether a DECIMAL is a string, for readers whose numbers are binary, such as
	 * JavaScript; by default it is a number.
	 * @param decimalsAsStrings whether to write strings
	 * @return new options
	 */
	public JsonOptions withDecimalsAsStrings(boolean decimalsAsStrings) {
		return new JsonOptions(this.timeZone, this.nullFields, decimalsAsStrings, this.longsAsStrings);
	}

	/**
	 * Whether a BIGINT is a string, for readers that know no integers above 2 to the 53,
	 * such as JavaScript; by default it is a number.
	 * @param longsAsStrings whether to write strings
	 * @return new options
	 */
	public JsonOptions withLongsAsStrings(boolean longsAsStrings) {
		return new JsonOptions(this.timeZone, this.nullFields, this.decimalsAsStrings, longsAsStrings);
	}

	public ZoneId timeZone() {
		return this.timeZone;
	}

	public boolean nullFields() {
		return this.nullFields;
	}

	public boolean decimalsAsStrings() {
		return this.decimalsAsStrings;
	}

	public boolean longsAsStrings() {
		return this.longsAsStrings;
	}

}
