package io.sparkex.arrow;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.MappingException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.proto.DataType;
import io.sparkex.protocol.DataTypeCodec;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;
import io.sparkex.types.UnparsedType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Decoding of a stream recorded from a Spark 4.1 server: three rows of every readable
 * type, the last one null throughout.
 */
class ArrowStreamDecoderTests {

	private static final byte[] STREAM = resource("all-types.arrow");

	private static final StructType SCHEMA = schema();

	private static byte[] resource(String name) {
		try (InputStream in = ArrowStreamDecoderTests.class.getResourceAsStream("/arrow/" + name)) {
			return Objects.requireNonNull(in, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static StructType schema() {
		try {
			return DataTypeCodec.decodeSchema(DataType.parseFrom(resource("all-types.schema")));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ColumnBatch decode(StructType schema, byte[] stream) {
		return new ArrowStreamDecoder(schema, ArrowStreamDecoderTests::struct).decode(ByteBuffer.wrap(stream)).get(0);
	}

	private record Struct(StructType schema, List<@Nullable Object> values) implements StructValue {

	}

	private static StructValue struct(ColumnBatch fields, int row) {
		return new Struct(fields.schema(), Arrays.asList(row(fields, row)));
	}

	private static @Nullable Object[] row(ColumnBatch batch, int row) {
		return batch.columns().stream().map((column) -> column.get(row)).toArray();
	}

	@Test
	void decodesEveryType() {
		ColumnBatch batch = decode(SCHEMA, STREAM);
		assertThat(batch.rowCount()).isEqualTo(3);
		assertThat(row(batch, 0)).isEqualTo(new Object[] { true, (byte) 1, (short) 2, 3, 4L, 1.5f, 2.5,
				new BigDecimal("1.50"), new BigDecimal("12345678901234567890123456789012345.678"), "zł€😀",
				new byte[] { 0, -1 }, LocalDate.of(1969, 12, 31), Instant.parse("1969-12-31T23:59:59.999999Z"),
				LocalDateTime.of(2024, 2, 29, 12, 0, 0, 1_000), null });
		assertThat(row(batch, 1)).isEqualTo(new Object[] { false, (byte) -128, (short) -32768, Integer.MIN_VALUE,
				-Long.MAX_VALUE, -0.0f, Double.NaN, new BigDecimal("-99.99"), new BigDecimal("-0.001"), "", new byte[0],
				LocalDate.of(9999, 12, 31), Instant.parse("9999-12-31T23:59:59.999999Z"),
				LocalDateTime.of(1, 1, 1, 0, 0), null });
		assertThat(row(batch, 2)).containsOnlyNulls().hasSize(15);
	}

	@Test
	void readsInPlace() {
		byte[] stream = STREAM.clone();
		ColumnBatch batch = decode(SCHEMA, stream);
		int at = indexOf(stream, "zł€😀".getBytes(StandardCharsets.UTF_8));
		stream[at] = 'Z';
		assertThat(batch.column(9).getString(0)).isEqualTo("Zł€😀");
	}

	private static int indexOf(byte[] bytes, byte[] part) {
		for (int i = 0; i <= bytes.length - part.length; i++) {
			if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
				return i;
			}
		}
		throw new IllegalArgumentException("not found");
	}

	@Test
	void readsFromAnyPlaceInAnArray() {
		byte[] shifted = new byte[STREAM.length + 13];
		System.arraycopy(STREAM, 0, shifted, 5, STREAM.length);
		ByteBuffer slice = ByteBuffer.wrap(shifted, 5, STREAM.length).slice();
		ColumnBatch batch = new ArrowStreamDecoder(SCHEMA, ArrowStreamDecoderTests::struct).decode(slice).get(0);
		assertThat(row(batch, 0)).isEqualTo(row(decode(SCHEMA, STREAM), 0));
	}

	@Test
	void keepsARowApartFromTheBytes() {
		byte[] stream = STREAM.clone();
		ColumnBatch detached = decode(SCHEMA, stream).detached(0);
		Arrays.fill(stream, (byte) 0);
		assertThat(row(detached, 0)).isEqualTo(row(decode(SCHEMA, STREAM), 0));
	}

	@Test
	void widensButNeverNarrows() {
		ColumnBatch batch = decode(SCHEMA, STREAM);
		ColumnBatch detached = batch.detached(0);
		for (ColumnBatch rows : List.of(batch, detached)) {
			assertThat(rows.column(1).getLong(0)).isEqualTo(1L);
			assertThat(rows.column(3).getDouble(0)).isEqualTo(3.0);
			assertThat(rows.column(4).getDecimal(0)).isEqualTo("4");
			assertThat(rows.column(5).getDouble(0)).isEqualTo(1.5);
			for (int index : new int[] { 4, 6, 7, 9, 11 }) {
				ColumnVector column = rows.column(index);
				assertThatExceptionOfType(MappingException.class).isThrownBy(() -> column.getInt(0))
					.withMessageContaining(column.type().simpleString());
			}
			assertThatExceptionOfType(MappingException.class).isThrownBy(() -> rows.column(4).getDouble(0));
		}
	}

	@Test
	void namesColumnsThatCannotBeRead() {
		List<StructField> fields = new ArrayList<>(SCHEMA.fields());
		fields.set(3, new StructField("future", new UnparsedType("quaternion"), true));
		assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> decode(new StructType(fields), STREAM))
			.withMessageContaining("'future'")
			.withMessageContaining("quaternion");
	}

	@Test
	void refusesColumnsOfAnotherTypeThanAnnounced() {
		List<StructField> fields = new ArrayList<>(SCHEMA.fields());
		fields.set(3, new StructField("number", DataTypes.LongType, true));
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> decode(new StructType(fields), STREAM))
			.withMessageContaining("'number'");
		assertThatExceptionOfType(CorruptResultException.class)
			.isThrownBy(() -> decode(new StructType(fields.subList(0, 3)), STREAM));
	}

	@Test
	void refusesStreamsThatAreCutOffAnywhere() {
		int endMark = 8;
		for (int length = 0; length < STREAM.length - endMark; length++) {
			byte[] cut = Arrays.copyOf(STREAM, length);
			assertThatExceptionOfType(CorruptResultException.class).as("cut at %d", length)
				.isThrownBy(() -> decode(SCHEMA, cut));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 20_260_101, 4711 })
	void survivesDamagedStreams(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < 10_000; round++) {
			byte[] damaged = STREAM.clone();
			for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
				int at = random.nextInt(damaged.length);
				damaged[at] = switch (random.nextInt(3)) {
					case 0 -> (byte) (damaged[at] ^ (1 << random.nextInt(8)));
					case 1 -> (byte) random.nextInt();
					default -> (byte) (random.nextBoolean() ? 0x7F : 0xFF);
				};
			}
			readAll(damaged);
		}
	}

	/**
	 * Damage to values cannot be noticed; anything else must end in an exception of ours.
	 */
	private static void readAll(byte[] damaged) {
		try {
			for (ColumnBatch batch : new ArrowStreamDecoder(SCHEMA, ArrowStreamDecoderTests::struct)
				.decode(ByteBuffer.wrap(damaged))) {
				for (int row = 0; row < Math.min(batch.rowCount(), 100); row++) {
					row(batch, row);
				}
			}
		}
		catch (CorruptResultException | UnsupportedException ex) {
			assertThat(ex).hasMessageStartingWith("The ");
		}
	}

}
