package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.MappingException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.UnparsedType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geometry;
import io.sparkex.values.StructValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link ArrowStreamEncoder}.
 */
class ArrowStreamEncoderTests {

	private static final DataType TEXT = new StringType();

	private static final DataType DAY_TIME = new DayTimeIntervalType(DayTimeIntervalType.Unit.DAY,
			DayTimeIntervalType.Unit.SECOND);

	private static final DataType YEAR_MONTH = new YearMonthIntervalType(YearMonthIntervalType.Unit.YEAR,
			YearMonthIntervalType.Unit.MONTH);

	private record Struct(StructType schema, List<@Nullable Object> values) implements StructValue {

		@Override
		public @Nullable Object get(int index) {
			return this.values.get(index);
		}

	}

	private static ByteBuffer encode(StructType schema, List<?> rows) {
		return Objects.requireNonNull(new ArrowStreamEncoder(schema, Long.MAX_VALUE).encode(rows, 0, rows.size()));
	}

	/**
	 * Encodes and decodes rows. Structs are returned as lists and bytes as text.
	 */
	private static List<@Nullable Object> roundTrip(StructType schema, List<?> rows) {
		StructFactory structs = (fields, row) -> new Struct(fields.schema(), fields(fields, row));
		List<ColumnBatch> batches = new ArrowStreamDecoder(schema, structs).decode(encode(schema, rows));
		assertThat(batches).hasSize(1);
		List<@Nullable Object> read = new ArrayList<>();
		for (int row = 0; row < batches.get(0).rowCount(); row++) {
			read.add(comparable(fields(batches.get(0), row)));
		}
		return read;
	}

	private static List<@Nullable Object> fields(ColumnBatch batch, int row) {
		return batch.columns().stream().<@Nullable Object>map((column) -> column.get(row)).toList();
	}

	private static @Nullable Object comparable(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return Arrays.toString(bytes);
		}
		if (value instanceof Struct struct) {
			return comparable(struct.values());
		}
		if (value instanceof List<?> list) {
			return list.stream().<@Nullable Object>map(ArrowStreamEncoderTests::comparable).toList();
		}
		if (value instanceof Map<?, ?> map) {
			Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
			map.forEach((key, mapped) -> entries.put(comparable(key), comparable(mapped)));
			return entries;
		}
		return value;
	}

	private static @Nullable Object single(DataType type, @Nullable Object value) {
		StructType schema = new StructType().add("c", type);
		List<?> row = (List<?>) roundTrip(schema, List.of(Collections.singletonList(value))).get(0);
		return (row != null) ? row.get(0) : null;
	}

	static List<DataType> scalars() {
		return RandomRows.scalars();
	}

	@ParameterizedTest
	@MethodSource("scalars")
	void encodesValuesAndNullsOfEachType(DataType type) {
		StructType schema = new StructType().add("c", type);
		List<List<@Nullable Object>> rows = new RandomRows(1).rows(schema, 1_000);
		assertThat(roundTrip(schema, rows)).isEqualTo(comparable(rows));
	}

	@ParameterizedTest
	@MethodSource("scalars")
	void encodesEachTypeWithoutRows(DataType type) {
		assertThat(roundTrip(new StructType().add("c", type).add("a", new ArrayType(type)), List.of())).isEmpty();
	}

	static LongStream seeds() {
		return LongStream.range(0, 200);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void encodesRowsOfRandomSchemas(long seed) {
		RandomRows random = new RandomRows(seed);
		StructType schema = random.schema(1 + (int) seed % 7, 3);
		List<List<@Nullable Object>> rows = random.rows(schema, (int) seed % 40);
		assertThat(roundTrip(schema, rows)).as(schema.toDDL()).isEqualTo(comparable(rows));
	}

	@Test
	void encodesManyRows() {
		RandomRows random = new RandomRows(7);
		StructType schema = new StructType().add("id", SimpleType.LONG, false)
			.add("text", TEXT)
			.add("amounts", new ArrayType(new DecimalType(20, 2)))
			.add("part", new StructType().add("at", SimpleType.TIMESTAMP).add("on", SimpleType.BOOLEAN));
		List<List<@Nullable Object>> rows = random.rows(schema, 100_000);
		assertThat(roundTrip(schema, rows)).isEqualTo(comparable(rows));
	}

	@Test
	void encodesRowsWithoutColumns() {
		assertThat(roundTrip(new StructType(), List.of(List.of(), List.of()))).hasSize(2);
	}

	@Test
	void alignsMessages() {
		ByteBuffer stream = encode(new StructType().add("a", TEXT).add("b", SimpleType.BYTE),
				List.of(List.of("abc", 1), List.of("", 2)));
		assertThat(stream.remaining() % Long.BYTES).isZero();
		MessageReader messages = new MessageReader(stream);
		assertThat(messages.next()).isTrue();
		assertThat(messages.next()).isTrue();
		assertThat(messages.body().remaining() % Long.BYTES).isZero();
		assertThat(messages.next()).isFalse();
	}

	@Test
	void acceptsStructsAsMapsAndRows() {
		StructType part = new StructType().add("x", SimpleType.INTEGER).add("y", TEXT);
		StructType schema = new StructType().add("s", part);
		List<Object> rows = List.of(Map.of("s", Map.of("y", "b", "x", 1)),
				new Struct(schema, List.of(new Struct(part, Arrays.asList(2, null)))), Map.of("s", Map.of()), Map.of());
		assertThat(roundTrip(schema, rows)).containsExactly(List.of(List.of(1, "b")), List.of(Arrays.asList(2, null)),
				List.of(Arrays.asList(null, null)), Collections.singletonList(null));
	}

	static Stream<Arguments> conversions() {
		return Stream.of(arguments(SimpleType.LONG, 1, 1L), arguments(SimpleType.LONG, (byte) -1, -1L),
				arguments(SimpleType.BYTE, 127L, (byte) 127), arguments(SimpleType.SHORT, -32768, (short) -32768),
				arguments(SimpleType.INTEGER, (short) 3, 3), arguments(SimpleType.FLOAT, (short) 3, 3.0f),
				arguments(SimpleType.DOUBLE, 1.5f, 1.5), arguments(SimpleType.DOUBLE, Integer.MIN_VALUE, -2147483648.0),
				arguments(new DecimalType(5, 2), 7, new BigDecimal("7.00")),
				arguments(new DecimalType(5, 2), new BigDecimal("1.5000"), new BigDecimal("1.50")),
				arguments(new DecimalType(38, 0), BigInteger.TEN.pow(38).subtract(BigInteger.ONE),
						new BigDecimal(BigInteger.TEN.pow(38).subtract(BigInteger.ONE))),
				arguments(TEXT, 'x', "x"), arguments(TEXT, TimeUnit.DAYS, "DAYS"),
				arguments(TEXT, new UUID(1, 2), "00000000-0000-0001-0000-000000000002"),
				arguments(SimpleType.TIMESTAMP, Instant.parse("1969-12-31T23:59:59.999999999Z"),
						Instant.parse("1969-12-31T23:59:59.999999Z")),
				arguments(SimpleType.TIMESTAMP_NTZ, LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1_999),
						LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1_000)),
				arguments(DAY_TIME, Duration.ofNanos(1_999), Duration.ofNanos(1_000)),
				arguments(new TimeType(3), LocalTime.of(1, 2, 3, 4_567_891), LocalTime.of(1, 2, 3, 4_000_000)),
				arguments(new TimeType(0), LocalTime.MAX, LocalTime.of(23, 59, 59)),
				arguments(YEAR_MONTH, Period.of(1, 14, 0), Period.of(2, 2, 0)),
				arguments(new ArrayType(SimpleType.LONG), new int[] { 1, 2 }, List.of(1L, 2L)),
				arguments(new ArrayType(TEXT), Set.of("a"), List.of("a")),
				arguments(new ArrayType(SimpleType.BINARY), new byte[][] { { 1 }, {} }, List.of("[1]", "[]")));
	}

	@ParameterizedTest
	@MethodSource("conversions")
	void convertsValuesWithoutLoss(DataType type, Object value, Object read) {
		assertThat(single(type, value)).isEqualTo(read);
	}

	static Stream<Arguments> wrongClasses() {
		return Stream.of(arguments(SimpleType.NULL, 1), arguments(SimpleType.BOOLEAN, 1),
				arguments(SimpleType.INTEGER, "1"), arguments(SimpleType.LONG, 1.0), arguments(SimpleType.FLOAT, 1),
				arguments(SimpleType.FLOAT, 1.0), arguments(SimpleType.DOUBLE, 1L), arguments(TEXT, 1),
				arguments(SimpleType.BINARY, "a"), arguments(new DecimalType(5, 2), 1.5),
				arguments(SimpleType.DATE, Instant.EPOCH), arguments(SimpleType.TIMESTAMP, LocalDate.EPOCH),
				arguments(SimpleType.TIMESTAMP_NTZ, Instant.EPOCH), arguments(DAY_TIME, Period.ZERO),
				arguments(YEAR_MONTH, Duration.ZERO), arguments(new TimeType(6), "12:00"),
				arguments(SimpleType.CALENDAR_INTERVAL, Period.ZERO), arguments(SimpleType.VARIANT, "{}"),
				arguments(new GeometryType(0), new byte[0]), arguments(new ArrayType(TEXT), "a"),
				arguments(new MapType(TEXT, TEXT), List.of()), arguments(new StructType().add("a", TEXT), "a"));
	}

	@ParameterizedTest
	@MethodSource("wrongClasses")
	void rejectsValuesOfWrongClass(DataType type, Object value) {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> single(type, value))
			.withMessageStartingWith("Row 0 has a value of " + value.getClass().getTypeName() + " for the column 'c' ")
			.withMessageContaining("of type " + type.simpleString());
	}

	static Stream<Arguments> overflows() {
		return Stream.of(arguments(SimpleType.BYTE, 128), arguments(SimpleType.SHORT, -32769L),
				arguments(SimpleType.INTEGER, 1L << 31), arguments(new DecimalType(3, 1), new BigDecimal("100")),
				arguments(new DecimalType(3, 1), new BigDecimal("1.25")), arguments(SimpleType.DATE, LocalDate.MAX),
				arguments(SimpleType.TIMESTAMP, Instant.MAX), arguments(SimpleType.TIMESTAMP, Instant.MIN),
				arguments(SimpleType.TIMESTAMP_NTZ, LocalDateTime.MAX), arguments(DAY_TIME, Duration.ofDays(1L << 40)),
				arguments(YEAR_MONTH, Period.ofYears(1 << 30)), arguments(YEAR_MONTH, Period.ofDays(1)),
				arguments(SimpleType.CALENDAR_INTERVAL, new CalendarInterval(0, 0, Long.MAX_VALUE)),
				arguments(new GeometryType(4326), new Geometry(new byte[0], 3857)));
	}

	@ParameterizedTest
	@MethodSource("overflows")
	void rejectsValuesOutOfRange(DataType type, Object value) {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> single(type, value))
			.withMessageStartingWith("Row 0 has ")
			.withMessageContaining("for the column 'c' of type " + type.simpleString() + ", which cannot hold it");
	}

	@Test
	void reportsRowAndPathOfNulls() {
		StructType schema = new StructType().add("id", SimpleType.INTEGER)
			.add("m", new MapType(TEXT, new ArrayType(SimpleType.INTEGER, false)));
		List<Object> rows = List.of(Arrays.asList(null, Map.of("k", List.of(1))),
				List.of(1, Map.of("k", Arrays.asList(1, null))));
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> encode(schema, rows))
			.withMessage("Row 1 has null for the column 'm.value.element' of type int, which is not nullable; change"
					+ " the schema or the value");
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> encode(schema, List.of(List.of(1, Collections.singletonMap(null, List.of())))))
			.withMessageContaining("'m.key'");
	}

	@Test
	void acceptsNullStructsWithRequiredFields() {
		assertThat(single(new StructType().add("a", SimpleType.INTEGER, false), null)).isNull();
	}

	@Test
	void rejectsRowsWithWrongFields() {
		StructType schema = new StructType().add("a", TEXT).add("b", TEXT);
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> encode(schema, List.of(List.of("x", "y"), List.of("x"))))
			.withMessageContaining("Row 1 has 1 values for the schema struct<a:string,b:string>, which has 2 fields");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> encode(schema, List.of(Map.of("A", "x"))))
			.withMessageContaining("[A]")
			.withMessageContaining("[a, b]");
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> encode(schema, Collections.singletonList(null)))
			.withMessageContaining("Row 0 has null");
	}

	@Test
	void rejectsUnsupportedTypes() {
		assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> single(new UnparsedType("hologram"), 1))
			.withMessageContaining("hologram");
	}

	@Test
	void stopsAtTheMaximumSize() {
		StructType schema = new StructType().add("a", SimpleType.LONG).add("b", SimpleType.LONG);
		List<List<Long>> rows = Collections.nCopies(1_000, List.of(1L, 2L));
		assertThat(new ArrowStreamEncoder(schema, 16_000).encode(rows, 0, 1_000)).isNotNull();
		assertThat(new ArrowStreamEncoder(schema, 15_999).encode(rows, 0, 1_000)).isNull();
		assertThat(new ArrowStreamEncoder(schema, 8_000).encode(rows, 500, 1_000)).isNotNull();
	}

	@Test
	void stopsEarlyIfRowsAreTooLarge() {
		StructType schema = new StructType().add("nested", new ArrayType(SimpleType.BINARY))
			.add("flag", SimpleType.BOOLEAN);
		byte[] megabyte = new byte[1 << 20];
		List<Object> row = List.of(List.of(megabyte), true);
		AtomicInteger read = new AtomicInteger();
		assertThat(new ArrowStreamEncoder(schema, 1 << 20).encode(0, 1_000_000, (index, column) -> {
			read.incrementAndGet();
			return row.get(column);
		})).isNull();
		assertThat(read).hasValueLessThan(1_000);
	}

	@Test
	void encodesRangesAndReportsAbsoluteRowNumbers() {
		StructType schema = new StructType().add("a", SimpleType.BOOLEAN).add("b", SimpleType.INTEGER, false);
		List<List<Object>> rows = IntStream.range(0, 2_000).mapToObj((i) -> List.<Object>of(i % 3 == 0, i)).toList();
		ByteBuffer part = Objects
			.requireNonNull(new ArrowStreamEncoder(schema, Long.MAX_VALUE).encode(rows, 300, 1_801));
		ColumnBatch batch = new ArrowStreamDecoder(schema, (given, index) -> new Struct(schema, List.of())).decode(part)
			.get(0);
		assertThat(batch.rowCount()).isEqualTo(1_501);
		assertThat(IntStream.range(0, 1_501)).allSatisfy((row) -> {
			assertThat(batch.column(1).getInt(row)).isEqualTo(300 + row);
			assertThat(batch.column(0).getBoolean(row)).isEqualTo((300 + row) % 3 == 0);
		});
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> new ArrowStreamEncoder(schema, Long.MAX_VALUE).encode(5, 10, (row, column) -> null))
			.withMessageContaining("Row 5");
	}

	@Test
	void writesInstantsAsUtc() {
		assertThat(single(SimpleType.TIMESTAMP, LocalDate.EPOCH.atStartOfDay().toInstant(ZoneOffset.ofHours(2))))
			.isEqualTo(Instant.parse("1969-12-31T22:00:00Z"));
	}

	@Test
	void rejectsUnpairedSurrogates() {
		for (Object half : new Object[] { "a\uD83D", "\uDE00\uD83D", '\uDE00' }) {
			assertThatExceptionOfType(MappingException.class).isThrownBy(() -> single(TEXT, half))
				.withMessageContaining("Row 0")
				.withMessageContaining("\\uD");
		}
	}

}
