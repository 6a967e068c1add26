package io.sparkex.values;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.CorruptResultException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Variant} with encodings that a server does not produce by itself. The
 * bytes follow the format specification.
 */
class VariantTests {

	private static final byte[] NO_NAMES = bytes("01 00 00");

	private static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex.replace(" ", ""));
	}

	private static byte[] primitive(int type, long content) {
		return ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN).put((byte) (type << 2)).putLong(content).array();
	}

	private static Variant variant(String hex) {
		return new Variant(bytes(hex), NO_NAMES);
	}

	static Stream<Arguments> rarePrimitives() {
		long nanos = 1_700_000_000_123_456_789L;
		return Stream.of(
				Arguments.of(primitive(17, 86_399_999_999L), LocalTime.of(23, 59, 59, 999_999_000),
						"\"23:59:59.999999\""),
				Arguments.of(primitive(18, nanos), Instant.ofEpochSecond(1_700_000_000, 123_456_789),
						"\"2023-11-14 22:13:20.123456789+00:00\""),
				Arguments.of(primitive(18, -1), Instant.ofEpochSecond(-1, 999_999_999),
						"\"1969-12-31 23:59:59.999999999+00:00\""),
				Arguments.of(primitive(19, nanos), LocalDateTime.of(2023, 11, 14, 22, 13, 20, 123_456_789),
						"\"2023-11-14 22:13:20.123456789\""),
				Arguments.of(bytes("50 00112233445566778899aabbccddeeff"),
						UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
						"\"00112233-4455-6677-8899-aabbccddeeff\""),
				Arguments.of(primitive(7, Double.doubleToLongBits(Double.NaN)), Double.NaN, "\"NaN\""),
				Arguments.of(primitive(7, Double.doubleToLongBits(Double.NEGATIVE_INFINITY)), Double.NEGATIVE_INFINITY,
						"\"-Infinity\""));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("rarePrimitives")
	void readsRarePrimitives(byte[] value, Object expected, String json) {
		Variant variant = new Variant(value, NO_NAMES);
		assertThat(variant.toObject()).isEqualTo(expected);
		assertThat(variant).hasToString(json);
	}

	@Test
	void preservesOrderOfFields() {
		Variant variant = new Variant(bytes("02 02 01 00 00 02 04 0c 05 0c 06"), bytes("01 02 00 01 02 61 62"));
		assertThat(variant).hasToString("{\"b\":5,\"a\":6}");
	}

	@Test
	void returnsUnmodifiableValues() {
		assertThat(variant("03 01 00 02 0c 05").toObject()).isEqualTo(List.of(5L))
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.isUnmodifiable();
	}

	@Test
	void isEqualIfBytesAreEqual() {
		assertThat(variant("0c 05")).isEqualTo(variant("0c 05"))
			.hasSameHashCodeAs(variant("0c 05"))
			.isNotEqualTo(variant("0c 06"))
			.isNotEqualTo(new Variant(bytes("0c 05"), bytes("01 01 00 01 61")));
	}

	@Test
	void copiesBytes() {
		byte[] value = bytes("0c 05");
		Variant variant = new Variant(value, NO_NAMES);
		value[1] = 6;
		variant.value()[1] = 7;
		variant.metadata()[0] = 7;
		assertThat(variant).hasToString("5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "14 00 00 00", "18", "40 ff ff ff ff", "40 ff ff ff 7f", "3c 05 00 00 00 01", "05",
			"54", "fc", "20 ff 00 00 00 00", "20 01 00 ca 9a 3b", "44 ff ff ff ff ff ff ff ff",
			"44 00 60 d7 1d 14 00 00 00", "03 01", "03 02 00 01 02 00", "13 ff ff ff 7f 00", "13 ff ff ff ff 00",
			"02 01 00 00 01 00", "0f 01 fe ff ff 7f ff ff ff 7f 00" })
	void rejectsCorruptValues(String hex) {
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> variant(hex).toObject())
			.withMessageStartingWith("The server sent a variant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "01", "00 00 00", "02 00 00", "01 01 00", "01 01 05 06 61", "01 01 01 00 61",
			"c1 ff ff ff ff", "c1 fe ff ff 7f 00" })
	void rejectsCorruptNames(String hex) {
		Variant variant = new Variant(bytes("02 01 00 00 01 00"), bytes(hex));
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(variant::toJson)
			.withMessageStartingWith("The server sent a variant");
	}

	@Test
	void rejectsDuplicateFields() {
		Variant variant = new Variant(bytes("02 02 00 00 00 01 02 00 00"), bytes("01 01 00 01 61"));
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(variant::toObject)
			.withMessageContaining("'a'");
	}

	/**
	 * Sixty nested arrays that contain the next one twice would have 2^60 elements.
	 */
	@Test
	void rejectsOverlappingValues() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < 60; i++) {
			out.writeBytes(bytes("03 02 00 00 00"));
		}
		out.write(0);
		Variant bomb = new Variant(out.toByteArray(), NO_NAMES);
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(bomb::toObject)
			.withMessageContaining("whose parts need more");
	}

	@Test
	void readsMaximumNestingDepth() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 999; i > 0; i--) {
			// Lists of one element, with 10 bytes for each level and one for a null.
			int size = 10 * (i - 1) + 1;
			out.writeBytes(bytes("0f 01 00 00 00 00"));
			out.writeBytes(new byte[] { (byte) size, (byte) (size >> 8), 0, 0 });
		}
		out.write(0);
		assertThat(new Variant(out.toByteArray(), NO_NAMES).toJson())
			.isEqualTo("[".repeat(999) + "null" + "]".repeat(999));
	}

	@Test
	void rejectsExcessiveNesting() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < 100_000; i++) {
			out.writeBytes(bytes("03 01 00 00"));
		}
		out.write(0);
		Variant deep = new Variant(out.toByteArray(), NO_NAMES);
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(deep::toObject)
			.withMessageContaining("nested deeper");
	}

	@Test
	void rejectsOverlappingNames() {
		// Otherwise a few kilobytes could require as many megabytes.
		Variant variant = new Variant(bytes("02 04 00 02 04 06 00 01 02 03 04 00 00 00 00"),
				bytes("01 07 00 08 00 07 00 06 00 05 61 62 63 64 65 66 67 68"));
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(variant::toObject)
			.withMessageContaining("overlapping field names");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 4711 })
	void rejectsRandomCorruption(long seed) {
		byte[] value = bytes("02 03 00 01 02 00 0a 14 1d 03 03 00 02 04 05 0c 05 0d 78 79 7a"
				+ " 20 01 96 00 00 00 40 05 00 00 00 68 65 6c 6c 6f 30 00 00 00 00 00 00 00 00");
		byte[] names = bytes("01 03 00 01 02 03 61 62 63");
		Random random = new Random(seed);
		for (int round = 0; round < 20_000; round++) {
			byte[] corruptValue = corrupted(random, value);
			byte[] corruptNames = random.nextInt(4) == 0 ? corrupted(random, names) : names;
			try {
				assertThat(new Variant(corruptValue, corruptNames).toJson()).isNotEmpty();
			}
			catch (CorruptResultException ex) {
				assertThat(ex).hasMessageStartingWith("The server sent a variant");
			}
		}
	}

	private static byte[] corrupted(Random random, byte[] bytes) {
		byte[] corrupted = Arrays.copyOf(bytes, random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length);
		for (int flips = random.nextInt(4); flips > 0 && corrupted.length > 0; flips--) {
			corrupted[random.nextInt(corrupted.length)] ^= (byte) (1 << random.nextInt(8));
		}
		return corrupted;
	}

}
