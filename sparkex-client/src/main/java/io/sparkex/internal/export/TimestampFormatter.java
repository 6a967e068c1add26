package io.sparkex.internal.export;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * Formatter of instants in a time zone.
 */
final class TimestampFormatter {

	private static final long MICROS_OF_SECOND = 1_000_000;

	private static final int NANOS_OF_MICRO = 1_000;

	private final ZoneRules rules;

	private final boolean utc;

	TimestampFormatter(ZoneId zone) {
		this.rules = zone.getRules();
		this.utc = this.rules.isFixedOffset() && ZoneOffset.UTC.equals(this.rules.getOffset(Instant.EPOCH));
	}

	void put(Instant instant, TextOutput out) {
		put(instant.getEpochSecond(), instant.getNano(), out);
	}

	void put(long epochMicros, TextOutput out) {
		put(Math.floorDiv(epochMicros, MICROS_OF_SECOND), nanos(epochMicros), out);
	}

	/**
	 * Writes an instant with its offset from UTC, which is {@code Z} for UTC.
	 */
	private void put(long second, int nanos, TextOutput out) {
		ZoneOffset offset = this.utc ? ZoneOffset.UTC : this.rules.getOffset(Instant.ofEpochSecond(second));
		putLocal(second + offset.getTotalSeconds(), nanos, out);
		out.put(offset.getId());
	}

	/**
	 * Writes a date and time without a time zone.
	 */
	@SuppressWarnings("JavaLocalDateTimeGetNano")
	static void putLocal(LocalDateTime dateTime, TextOutput out) {
		putLocal(dateTime.toEpochSecond(ZoneOffset.UTC), dateTime.getNano(), out);
	}

	static void putLocal(long micros, TextOutput out) {
		putLocal(Math.floorDiv(micros, MICROS_OF_SECOND), nanos(micros), out);
	}

	private static void putLocal(long second, int nanos, TextOutput out) {
		byte[] target = out.room(Iso8601Formatter.MAX_LENGTH);
		out.moveTo(Iso8601Formatter.dateTime(second, nanos, target, out.position()));
	}

	private static int nanos(long micros) {
		return (int) Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO;
	}

}
