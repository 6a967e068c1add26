package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.MappingException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;
import io.sparkex.types.UnparsedType;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.StructValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ArrowStreamDecoder} with streams recorded from Spark 4.1 and 4.2
 * servers: three rows of each scalar type, the last one null; three rows of each nested
 * type, the second one null; and three rows of the types that are new in Spark 4.2, the
 * second one null.
 */
class ArrowStreamDecoderTests {

	private static final byte[] STREAM = RecordedStream.of("all-types").bytes();

	private static final StructType SCHEMA = RecordedStream.of("all-types").schema();

	private static final byte[] NESTED_STREAM = RecordedStream.of("nested-types").bytes();

	private static final StructType NESTED_SCHEMA = RecordedStream.of("nested-types").schema();

	private static ColumnBatch decode(StructType schema, byte[] stream) {
		return new ArrowStreamDecoder(schema, ArrowStreamDecoderTests::struct).decode(ByteBuffer.wrap(stream)).get(0);
	}

	private record Struct(StructType schema, List<@Nullable Object> values) implements StructValue {

		@Override
		public @Nullable Object get(int index) {
			return this.values.get(index);
		}

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
	void decodesNestedTypes() {
		ColumnBatch batch = decode(NESTED_SCHEMA, NESTED_STREAM);
		Object[] values = { Arrays.asList(1, null, 3), nullable("z", 1.5, "b", null),
				new Struct((StructType) NESTED_SCHEMA.field(2).dataType(),
						List.of("x", Arrays.asList(Arrays.asList(true, null), null, List.of()))),
				"...", Duration.parse("-PT26H3M4.000005S"), Period.of(-1, -2, 0),
				new CalendarInterval(14, 3, 14_706_700_000L), LocalTime.of(12, 34, 56, 789_000_000), "...",
				Arrays.asList(null, null), List.of(new BigDecimal("1.5")),
				Arrays.asList(Instant.parse("2024-02-29T12:00:00Z"), null) };
		for (int row : new int[] { 0, 2 }) {
			@Nullable Object[] read = row(batch, row);
			assertThat(text(read[3])).isEqualTo("[Struct[m={k=[[1], null]}], null]");
			assertThat(read[8]).hasToString("{\"k\":[1,\"two\",null,3.5]}");
			read[3] = "...";
			read[8] = "...";
			assertThat(read).isEqualTo(values);
		}
		assertThat(row(batch, 1)).containsExactly(null, null, null, null, null, null, null, null, null,
				Arrays.asList(null, null), null, null);
	}

	@Test
	void decodesNewerTypes() {
		RecordedStream recorded = RecordedStream.of("newer-types");
		ColumnBatch batch = decode(recorded.schema(), recorded.bytes());
		byte[] point = HexFormat.of().parseHex("0101000000000000000000F03F0000000000000040");
		Struct empty = new Struct(new StructType(), List.of());
		assertThat(row(batch, 0))
			.startsWith(new Geometry(point, 0), new Geography(point, 4326), Arrays.asList(new Geometry(point, 0), null),
					empty, Arrays.asList(empty, null))
			.endsWith(LocalTime.of(12, 34, 56, 789_000_000), Map.of("k", LocalTime.of(12, 34, 56, 789_000_000)), "aB");
		assertThat(row(batch, 1)).startsWith(null, null, Arrays.asList(null, null), empty)
			.endsWith(null, nullable("k", null), null);
		assertThat(row(batch, 2)).endsWith(LocalTime.MIDNIGHT, Map.of("k", LocalTime.MIDNIGHT), "");
	}

	private static Map<String, @Nullable Object> nullable(String key, @Nullable Object value) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put(key, value);
		return map;
	}

	private static Map<String, @Nullable Object> nullable(String key, Object value, String other,
			@Nullable Object otherValue) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put(key, value);
		map.put(other, otherValue);
		return map;
	}

	/**
	 * Returns the text of a value, nested values included.
	 */
	private static String text(@Nullable Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(ArrowStreamDecoderTests::text).toList().toString();
		}
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.map((entry) -> text(entry.getKey()) + "=" + text(entry.getValue()))
				.collect(Collectors.joining(", ", "{", "}"));
		}
		if (value instanceof Struct struct) {
			return "Struct" + IntStream.range(0, struct.schema().size())
				.mapToObj((i) -> struct.schema().field(i).name() + "=" + text(struct.values().get(i)))
				.toList();
		}
		return (value instanceof byte[] bytes) ? Arrays.toString(bytes) : String.valueOf(value);
	}

	@Test
	void detachesNestedValuesFromTheBytes() {
		byte[] stream = NESTED_STREAM.clone();
		ColumnBatch detached = decode(NESTED_SCHEMA, stream).detached(2);
		Arrays.fill(stream, (byte) 0);
		assertThat(Arrays.stream(row(detached, 0)).map(ArrowStreamDecoderTests::text))
			.containsExactlyElementsOf(Arrays.stream(row(decode(NESTED_SCHEMA, NESTED_STREAM), 0))
				.map(ArrowStreamDecoderTests::text)
				.toList());
	}

	@Test
	void readsWithoutCopying() {
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
	void readsSlicesOfArrays() {
		byte[] shifted = new byte[STREAM.length + 13];
		System.arraycopy(STREAM, 0, shifted, 5, STREAM.length);
		ByteBuffer slice = ByteBuffer.wrap(shifted, 5, STREAM.length).slice();
		ColumnBatch batch = new ArrowStreamDecoder(SCHEMA, ArrowStreamDecoderTests::struct).decode(slice).get(0);
		assertThat(row(batch, 0)).isEqualTo(row(decode(SCHEMA, STREAM), 0));
	}

	@Test
	void detachesRowsFromTheBytes() {
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
	void reportsUnsupportedColumns() {
		List<StructField> fields = new ArrayList<>(SCHEMA.fields());
		fields.set(3, new StructField("future", new UnparsedType("quaternion"), true));
		assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> decode(new StructType(fields), STREAM))
			.withMessageContaining("'future'")
			.withMessageContaining("quaternion");
	}

	@Test
	void rejectsColumnsOfUnexpectedType() {
		List<StructField> fields = new ArrayList<>(SCHEMA.fields());
		fields.set(3, new StructField("number", DataTypes.LongType, true));
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> decode(new StructType(fields), STREAM))
			.withMessageContaining("'number'");
		assertThatExceptionOfType(CorruptResultException.class)
			.isThrownBy(() -> decode(new StructType(fields.subList(0, 3)), STREAM));
	}

	@Test
	void rejectsStreamsTruncatedAnywhere() {
		int endMark = 8;
		for (int length = 0; length < STREAM.length - endMark; length++) {
			byte[] cut = Arrays.copyOf(STREAM, length);
			assertThatExceptionOfType(CorruptResultException.class).as("cut at %d", length)
				.isThrownBy(() -> decode(SCHEMA, cut));
		}
		for (int length = 0; length < NESTED_STREAM.length - endMark; length++) {
			byte[] cut = Arrays.copyOf(NESTED_STREAM, length);
			assertThatExceptionOfType(CorruptResultException.class).as("cut at %d", length)
				.isThrownBy(() -> decode(NESTED_SCHEMA, cut));
		}
	}

}
