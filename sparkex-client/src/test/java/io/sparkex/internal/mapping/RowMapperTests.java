package io.sparkex.internal.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.errors.MappingException;
import io.sparkex.internal.arrow.ObjectVectors;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DecimalType;
import io.sparkex.types.StructType;
import io.sparkex.types.VarcharType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link RowMapper}.
 */
class RowMapperTests {

	/**
	 * Batch of one row.
	 */
	private static final class OneRow {

		private final List<ColumnVector> columns = new ArrayList<>();

		private StructType schema = new StructType();

		OneRow with(String name, DataType type, @Nullable Object value) {
			this.schema = this.schema.add(name, type);
			this.columns.add(ObjectVectors.of(type, value));
			return this;
		}

		<T> T as(Class<T> target) {
			ColumnBatch batch = new ColumnBatch(this.schema, this.columns, 1);
			return RowMapper.compile(this.schema, target).map(batch, 0);
		}

	}

	private static OneRow row(String name, DataType type, @Nullable Object value) {
		return new OneRow().with(name, type, value);
	}

	@SuppressWarnings("ArrayRecordComponent")
	record Everything(boolean aBoolean, byte aByte, short aShort, int anInt, long aLong, float aFloat, double aDouble,
			Boolean boxedBoolean, Long boxedLong, String text, BigDecimal decimal, BigInteger integer, byte[] bytes,
			LocalDate day, Instant instant, LocalDateTime dateTime, Color color, Object any, Optional<String> maybe) {

	}

	enum Color {

		RED, GREEN {
		}

	}

	@Test
	void readsEverySupportedComponent() {
		byte[] bytes = { 1 };
		Everything filled = row("a_boolean", DataTypes.BooleanType, true).with("a_byte", DataTypes.ByteType, (byte) 1)
			.with("a_short", DataTypes.ShortType, (short) 2)
			.with("an_int", DataTypes.IntegerType, 3)
			.with("a_long", DataTypes.LongType, 4L)
			.with("a_float", DataTypes.FloatType, 5.5f)
			.with("a_double", DataTypes.DoubleType, 6.5)
			.with("boxed_boolean", DataTypes.BooleanType, false)
			.with("boxed_long", DataTypes.LongType, 7L)
			.with("text", DataTypes.StringType, "ü")
			.with("decimal", new DecimalType(10, 2), new BigDecimal("1.50"))
			.with("integer", new DecimalType(38, 0), new BigDecimal("12345678901234567890"))
			.with("bytes", DataTypes.BinaryType, bytes)
			.with("day", DataTypes.DateType, LocalDate.EPOCH)
			.with("instant", DataTypes.TimestampType, Instant.EPOCH)
			.with("date_time", DataTypes.TimestampNTZType, LocalDateTime.MIN)
			.with("color", DataTypes.StringType, "GREEN")
			.with("any", DataTypes.LongType, 8L)
			.with("maybe", DataTypes.StringType, null)
			.as(Everything.class);
		assertThat(filled).isEqualTo(new Everything(true, (byte) 1, (short) 2, 3, 4, 5.5f, 6.5, false, 7L, "ü",
				new BigDecimal("1.50"), new BigInteger("12345678901234567890"), bytes, LocalDate.EPOCH, Instant.EPOCH,
				LocalDateTime.MIN, Color.GREEN, 8L, Optional.empty()));
	}

	record Boxes(@Nullable Boolean a, @Nullable Integer b, @Nullable String c, @Nullable BigDecimal d,
			@Nullable Color e, @Nullable Object f, Optional<Long> g, Optional<Optional<String>> h) {

	}

	@Test
	void readsNulls() {
		Boxes boxes = row("a", DataTypes.BooleanType, null).with("b", DataTypes.IntegerType, null)
			.with("c", DataTypes.StringType, null)
			.with("d", new DecimalType(3, 1), null)
			.with("e", DataTypes.StringType, null)
			.with("f", DataTypes.NullType, null)
			.with("g", DataTypes.NullType, null)
			.with("h", DataTypes.StringType, "x")
			.as(Boxes.class);
		assertThat(boxes)
			.isEqualTo(new Boxes(null, null, null, null, null, null, Optional.empty(), Optional.of(Optional.of("x"))));
	}

	static Stream<Arguments> widening() {
		return Stream.of(arguments(DataTypes.ByteType, (byte) 1, Long.class, 1L),
				arguments(DataTypes.ShortType, (short) -1, Integer.class, -1),
				arguments(DataTypes.IntegerType, 7, Double.class, 7.0),
				arguments(DataTypes.ShortType, (short) 7, Float.class, 7f),
				arguments(DataTypes.FloatType, 0.5f, Double.class, 0.5),
				arguments(DataTypes.LongType, 7L, BigDecimal.class, BigDecimal.valueOf(7)),
				arguments(DataTypes.ByteType, (byte) 7, BigInteger.class, BigInteger.valueOf(7)),
				arguments(new CharType(2), "a ", String.class, "a "),
				arguments(new VarcharType(2), "a", String.class, "a"));
	}

	@ParameterizedTest
	@MethodSource("widening")
	void widensWithoutLoss(DataType type, Object value, Class<?> target, Object read) {
		assertThat((Object) row("v", type, value).as(target)).isEqualTo(read);
	}

	static Stream<Arguments> narrowing() {
		return Stream.of(arguments(DataTypes.LongType, int.class), arguments(DataTypes.LongType, Integer.class),
				arguments(DataTypes.LongType, Double.class), arguments(DataTypes.IntegerType, Float.class),
				arguments(DataTypes.DoubleType, Float.class), arguments(DataTypes.DoubleType, BigDecimal.class),
				arguments(new DecimalType(10, 2), Double.class), arguments(new DecimalType(10, 2), BigInteger.class),
				arguments(new DecimalType(3, 0), Long.class), arguments(DataTypes.LongType, String.class),
				arguments(DataTypes.StringType, Long.class), arguments(DataTypes.DateType, Instant.class),
				arguments(DataTypes.TimestampType, LocalDateTime.class),
				arguments(DataTypes.TimestampNTZType, Instant.class), arguments(DataTypes.StringType, byte[].class),
				arguments(DataTypes.BinaryType, String.class), arguments(DataTypes.LongType, Color.class),
				arguments(DataTypes.BooleanType, Integer.class));
	}

	@ParameterizedTest
	@MethodSource("narrowing")
	void rejectsLossyConversions(DataType type, Class<?> target) {
		OneRow row = row("v", type, null);
		Class<?> boxed = java.lang.invoke.MethodType.methodType(target).wrap().returnType();
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.as(target))
			.withMessage("The column 'v' of type " + type.simpleString() + " does not fit a value of type "
					+ boxed.getSimpleName() + ", since values could be lost; change that type, or cast the column");
	}

	record Counter(int tripCount) {

	}

	@Test
	void reportsColumnTypesAndFixOfMismatches() {
		OneRow row = row("trip_count", DataTypes.LongType, 1L);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.as(Counter.class))
			.withMessage("The column 'trip_count' of type bigint does not fit the component 'tripCount' of Counter"
					+ " of type Integer, since values could be lost; change that type, or cast the column");
	}

	@Test
	void reportsNullsForPrimitives() {
		OneRow row = row("trip_count", DataTypes.IntegerType, null);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.as(Counter.class))
			.withMessage("The column 'trip_count' is null in a row, which the component 'tripCount' of Counter of type"
					+ " int cannot hold; use its wrapper class or an Optional");
	}

	@Test
	void matchesNamesIgnoringCaseAndUnderscores() {
		for (String name : List.of("tripCount", "trip_count", "TRIP_COUNT", "TripCount", "tripcount",
				"_trip__count_")) {
			assertThat(row(name, DataTypes.IntegerType, 5).as(Counter.class)).isEqualTo(new Counter(5));
		}
	}

	@Test
	void prefersExactNames() {
		assertThat(row("trip_count", DataTypes.StringType, "x").with("tripCount", DataTypes.IntegerType, 5)
			.with("TRIPCOUNT", DataTypes.DateType, null)
			.as(Counter.class)).isEqualTo(new Counter(5));
	}

	@Test
	void rejectsAmbiguousNames() {
		OneRow loose = row("trip_count", DataTypes.IntegerType, 1).with("TripCount", DataTypes.IntegerType, 2);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> loose.as(Counter.class))
			.withMessage("More than one column matches the component 'tripCount' of Counter:"
					+ " [trip_count, TripCount]; rename the columns with select");
		OneRow exact = row("tripCount", DataTypes.IntegerType, 1).with("tripCount", DataTypes.IntegerType, 2);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> exact.as(Counter.class))
			.withMessageContaining("[tripCount, tripCount]");
	}

	@Test
	void reportsMissingColumns() {
		OneRow row = row("trips", DataTypes.IntegerType, 1).with("día", DataTypes.IntegerType, 1);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.as(Counter.class))
			.withMessage("There is no column for the component 'tripCount' of Counter; the columns are [trips, día]");
	}

	@Test
	void matchesNamesInAnyLocale() {
		java.util.Locale before = java.util.Locale.getDefault();
		java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
		try {
			record Titled(String title) {
			}
			assertThat(row("TITLE", DataTypes.StringType, "x").as(Titled.class)).isEqualTo(new Titled("x"));
		}
		finally {
			java.util.Locale.setDefault(before);
		}
	}

	private record Hidden(long id) {

	}

	@Test
	void createsRecordsThatAreNotPublic() {
		record Local(long id) {
		}
		assertThat(row("id", DataTypes.LongType, 1L).as(Hidden.class)).isEqualTo(new Hidden(1));
		assertThat(row("id", DataTypes.LongType, 1L).as(Local.class)).isEqualTo(new Local(1));
	}

	record Empty() {

	}

	@Test
	void createsRecordsWithoutComponents() {
		assertThat(row("id", DataTypes.LongType, 1L).as(Empty.class)).isEqualTo(new Empty());
	}

	record Positive(int value) {

		Positive {
			if (value <= 0) {
				throw new IllegalArgumentException("value must be positive but is " + value);
			}
		}

		Positive(long value) {
			this((int) value);
			throw new IllegalStateException("Not the canonical constructor");
		}

	}

	@Test
	void passesOnExceptionsOfConstructors() {
		OneRow row = row("value", DataTypes.IntegerType, -1);
		assertThatIllegalArgumentException().isThrownBy(() -> row.as(Positive.class))
			.withMessage("value must be positive but is -1");
		assertThat(row("value", DataTypes.IntegerType, 1).as(Positive.class)).isEqualTo(new Positive(1));
	}

	record Unsupported(Thread thread) {

	}

	record Letter(char letter) {

	}

	record Generic<T>(T value) {

	}

	@Test
	void reportsSupportedComponentTypes() {
		OneRow row = row("thread", DataTypes.StringType, null);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.as(Unsupported.class))
			.withMessageContaining("The column 'thread' cannot be read as java.lang.Thread")
			.withMessageContaining("the component 'thread' of Unsupported")
			.withMessageContaining("LocalDate")
			.withMessageContaining("an enum, an array, List, Set, Map, record or bean of these");
		OneRow letter = row("letter", DataTypes.StringType, "a");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> letter.as(Letter.class))
			.withMessageContaining("cannot be read as char");
		OneRow generic = row("value", DataTypes.StringType, "a");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> generic.as(Generic.class))
			.withMessageContaining("cannot be read as T");
	}

	@Test
	void reportsUnknownEnumConstants() {
		OneRow row = row("color", DataTypes.StringType, "BLUE");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.as(Color.class))
			.withMessage("The column 'color' holds 'BLUE', which is not a constant of " + Color.class.getName());
	}

	@Test
	@SuppressWarnings("NullAway")
	void readsSingleValues() {
		assertThat(row("n", DataTypes.LongType, 5L).as(Long.class)).isEqualTo(5L);
		assertThat(row("n", DataTypes.LongType, 5L).as(long.class)).isEqualTo(5L);
		assertThat(row("n", DataTypes.LongType, null).as(Long.class)).isNull();
		assertThat(row("n", DataTypes.StringType, "RED").as(Color.class)).isEqualTo(Color.RED);
		OneRow missing = row("n", DataTypes.LongType, null);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> missing.as(long.class))
			.withMessageContaining("The column 'n' is null in a row");
	}

	@Test
	void rejectsUnsupportedTargets() {
		OneRow row = row("n", DataTypes.LongType, 5L);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.as(StringBuilder.class))
			.withMessage("Rows cannot be read as java.lang.StringBuilder; use a record, a bean, Map or the class of a"
					+ " single value such as Long or String");
		for (Class<?> target : List.of(void.class, List.class, Optional.class, int[].class, Enum.class, Record.class)) {
			assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.as(target));
		}
	}

	@Test
	void rejectsSingleValuesOfSeveralColumns() {
		OneRow row = row("a", DataTypes.LongType, 5L).with("b", DataTypes.LongType, 5L);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.as(Long.class))
			.withMessage("Rows of 2 columns cannot be read as single values of Long; select one of [a, b] or use a"
					+ " record");
		OneRow none = new OneRow();
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> none.as(Long.class));
	}

	@Test
	void compilesOnceForEachSchemaAndClass() {
		StructType schema = new StructType().add("trip_count", DataTypes.IntegerType);
		RowMapper<Counter> mapper = RowMapper.compile(schema, Counter.class);
		assertThat(RowMapper.compile(new StructType().add("trip_count", DataTypes.IntegerType), Counter.class))
			.isSameAs(mapper);
		assertThat(RowMapper.compile(new StructType().add("trip_count", DataTypes.ShortType), Counter.class))
			.isNotSameAs(mapper);
	}

	@Test
	void limitsTheCacheOfCompiledMappers() {
		StructType first = new StructType().add("value", DataTypes.IntegerType);
		RowMapper<Positive> mapper = RowMapper.compile(first, Positive.class);
		for (int i = 0; i < 100; i++) {
			RowMapper.compile(first.add("more" + i, DataTypes.LongType), Positive.class);
		}
		assertThat(RowMapper.compile(first, Positive.class)).isNotSameAs(mapper);
	}

	@Test
	void convertsSingleCells() {
		OneRow row = row("n", DataTypes.IntegerType, 5);
		assertThat(ValueConversion.read(row.schema.field(0), row.columns.get(0), 0, Long.class)).isEqualTo(5L);
		assertThat(ValueConversion.read(row.schema.field(0), row.columns.get(0), 0, long.class)).isEqualTo(5L);
	}

}
