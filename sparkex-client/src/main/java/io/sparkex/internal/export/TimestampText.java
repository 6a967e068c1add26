package io.sparkex.internal.export;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * Writes instants as the clocks of one time zone show them.
 */
final class TimestampText {

	private static final long MICROS_OF_SECOND = 1_000_000;

	private static final int NANOS_OF_MICRO = 1_000;

	private final ZoneRules rules;

	private final boolean utc;

	TimestampText(ZoneId zone) {
		this.rules = zone.getRules();
		this.utc = this.rules.isFixedOffset() && ZoneOffset.UTC.equals(this.rules.getOffset(Instant.EPOCH));
	}

	void put(Instant instant, TextSink out) {
		put(instant.getEpochSecond(), instant.getNano(), out);
	}

	void put(long epochMicros, TextSink out) {
		put(Math.floorDiv(epochMicros, MICROS_OF_SECOND), nanos(epochMicros), out);
	}

	/**
	 * Puts an instant and the offset from UTC, which is {@code Z} for none.
	 */
	private void put(long second, int nanos, TextSink out) {
		ZoneOffset offset = this.utc ? ZoneOffset.UTC : this.rules.getOffset(Instant.ofEpochSecond(second));
		putLocal(second + offset.getTotalSeconds(), nanos, out);
		out.put(offset.getId());
	}

	/**
	 * Puts a date and time that no zone belongs to.
	 */
	static void putLocal(LocalDateTime dateTime, TextSink out) {
		putLocal(dateTime.toEpochSecond(ZoneOffset.UTC), dateTime.getNano(), out);
	}

	static void putLocal(long micros, TextSink out) {
		putLocal(Math.floorDiv(micros, MICROS_OF_SECOND), nanos(micros), out);
	}

	private static void putLocal(long second, int nanos, TextSink out) {
		byte[] target = out.room(IsoText.MAX_LENGTH);
		out.moveTo(IsoText.dateTime(second, nanos, target, out.position()));
	}

	private static int nanos(long micros) {
		return (int) Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO;
	}

}
