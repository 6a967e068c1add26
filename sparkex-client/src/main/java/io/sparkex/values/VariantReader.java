package io.sparkex.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;

/**
 * Decoder of the binary encoding of one variant.
 * <p>
 * Overlapping parts would let a few bytes represent a value of any size, and deep nesting
 * would overflow the stack. Both are rejected as corrupt.
 */
final class VariantReader {

	/**
	 * The maximum nesting depth. Spark's JSON parser stops at 1,000 levels.
	 */
	private static final int MAX_DEPTH = 1_500;

	private static final long NANOS_OF_MICRO = 1_000;

	private final ByteBuffer value;

	private final VariantKeys keys;

	private long unread;

	VariantReader(byte[] value, byte[] metadata) {
		this.value = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
		this.keys = new VariantKeys(metadata);
		this.unread = value.length;
	}

	@Nullable Object read() {
		try {
			return read(0, 0);
		}
		catch (IndexOutOfBoundsException | DateTimeException ex) {
			throw new CorruptResultException("The server sent a variant that cannot be read", ex);
		}
	}

	private @Nullable Object read(int position, int depth) {
		if (depth > MAX_DEPTH) {
			throw new CorruptResultException("The server sent a variant nested deeper than " + MAX_DEPTH + " levels");
		}
		take(1);
		int header = this.value.get(position) & 0xFF;
		int info = header >> 2;
		return switch (header & 3) {
			case 0 -> primitive(info, position + 1);
			case 1 -> text(position + 1, info);
			case 2 -> object(info, position + 1, depth);
			default -> array(info, position + 1, depth);
		};
	}

	/**
	 * Counts bytes as consumed.
	 */
	private void take(long bytes) {
		this.unread -= bytes;
		if (this.unread < 0) {
			throw new CorruptResultException(
					"The server sent a variant of " + this.value.limit() + " bytes whose parts need more bytes");
		}
	}

	private @Nullable Object primitive(int type, int at) {
		return switch (type) {
			case 0 -> null;
			case 1 -> true;
			case 2 -> false;
			case 3 -> (long) this.value.get(at);
			case 4 -> (long) this.value.getShort(at);
			case 5 -> (long) this.value.getInt(at);
			case 6 -> this.value.getLong(at);
			case 7 -> this.value.getDouble(at);
			case 8 -> decimal(BigInteger.valueOf(this.value.getInt(at + 1)), at, 9);
			case 9 -> decimal(BigInteger.valueOf(this.value.getLong(at + 1)), at, 18);
			case 10 -> decimal(bigInteger(at + 1), at, 38);
			case 11 -> LocalDate.ofEpochDay(this.value.getInt(at));
			case 12 -> instant(this.value.getLong(at), NANOS_OF_MICRO);
			case 13 -> dateTime(instant(this.value.getLong(at), NANOS_OF_MICRO));
			case 14 -> this.value.getFloat(at);
			case 15 -> bytes(at + Integer.BYTES, this.value.getInt(at));
			case 16 -> text(at + Integer.BYTES, this.value.getInt(at));
			case 17 -> LocalTime
				.ofNanoOfDay(ChronoField.MICRO_OF_DAY.checkValidValue(this.value.getLong(at)) * NANOS_OF_MICRO);
			case 18 -> instant(this.value.getLong(at), 1);
			case 19 -> dateTime(instant(this.value.getLong(at), 1));
			case 20 -> uuid(at);
			default -> throw new CorruptResultException("The server sent a variant of the unknown type " + type);
		};
	}

	private BigInteger bigInteger(int at) {
		long low = this.value.getLong(at);
		long high = this.value.getLong(at + Long.BYTES);
		return new BigInteger(ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array());
	}

	private BigDecimal decimal(BigInteger unscaled, int at, int maxPrecision) {
		int scale = this.value.get(at) & 0xFF;
		BigDecimal decimal = new BigDecimal(unscaled, scale);
		if (scale > maxPrecision || decimal.precision() > maxPrecision) {
			throw new CorruptResultException(
					"The server sent a variant with a decimal whose precision or scale is too large");
		}
		return decimal;
	}

	private static Instant instant(long count, long nanosOfOne) {
		long ofSecond = 1_000_000_000 / nanosOfOne;
		return Instant.ofEpochSecond(Math.floorDiv(count, ofSecond), Math.floorMod(count, ofSecond) * nanosOfOne);
	}

	private static LocalDateTime dateTime(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	private UUID uuid(int at) {
		return new UUID(Long.reverseBytes(this.value.getLong(at)),
				Long.reverseBytes(this.value.getLong(at + Long.BYTES)));
	}

	private String text(int at, int length) {
		return new String(this.value.array(), at, checkedLength(at, length), StandardCharsets.UTF_8);
	}

	private byte[] bytes(int at, int length) {
		return Arrays.copyOfRange(this.value.array(), at, at + checkedLength(at, length));
	}

	private int checkedLength(int at, int length) {
		take(length & 0xFFFF_FFFFL);
		if (length > this.value.limit() - at) {
			throw new CorruptResultException(
					"The server sent a variant that is truncated in a value of " + length + " bytes");
		}
		return length;
	}

	private Map<String, @Nullable Object> object(int info, int at, int depth) {
		int sizeWidth = ((info & 0b1_0000) != 0) ? Integer.BYTES : 1;
		int idWidth = ((info >> 2) & 3) + 1;
		int offsetWidth = (info & 3) + 1;
		long size = unsigned(at, sizeWidth);
		take(sizeWidth + size * idWidth + (size + 1) * offsetWidth);
		int ids = at + sizeWidth;
		int offsets = ids + (int) size * idWidth;
		int data = offsets + (int) (size + 1) * offsetWidth;
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		for (int i = 0; i < size; i++) {
			String name = this.keys.get(unsigned(ids + i * idWidth, idWidth));
			if (fields.containsKey(name)) {
				throw new CorruptResultException("The server sent a variant with two fields '" + name + "'");
			}
			fields.put(name, read(data + (int) unsigned(offsets + i * offsetWidth, offsetWidth), depth + 1));
		}
		return Collections.unmodifiableMap(fields);
	}

	private List<@Nullable Object> array(int info, int at, int depth) {
		int sizeWidth = ((info & 0b100) != 0) ? Integer.BYTES : 1;
		int offsetWidth = (info & 3) + 1;
		long size = unsigned(at, sizeWidth);
		take(sizeWidth + (size + 1) * offsetWidth);
		int offsets = at + sizeWidth;
		int data = offsets + (int) (size + 1) * offsetWidth;
		List<@Nullable Object> elements = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			elements.add(read(data + (int) unsigned(offsets + i * offsetWidth, offsetWidth), depth + 1));
		}
		return Collections.unmodifiableList(elements);
	}

	private long unsigned(int at, int width) {
		return VariantKeys.unsigned(this.value, at, width);
	}

}
