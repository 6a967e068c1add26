package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.UnparsedType;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.Variant;

/**
 * Generator of random schemas and of random values in the classes that results use.
 * Structs are lists of their fields.
 */
public final class RandomRows implements DataType.Visitor<Object> {

	private static final String[] TEXTS = { "", "a", "zł€", "😀", "\u0000", "日本語", "' \" \\ \n", "x".repeat(300) };

	private static final DataType[] SCALARS = { SimpleType.NULL, SimpleType.BOOLEAN, SimpleType.BYTE, SimpleType.SHORT,
			SimpleType.INTEGER, SimpleType.LONG, SimpleType.FLOAT, SimpleType.DOUBLE, SimpleType.BINARY,
			SimpleType.DATE, SimpleType.TIMESTAMP, SimpleType.TIMESTAMP_NTZ, SimpleType.CALENDAR_INTERVAL,
			SimpleType.VARIANT, new StringType(), new CharType(3), new VarcharType(400), new DecimalType(1, 0),
			new DecimalType(18, 6), new DecimalType(38, 10), new TimeType(6),
			new DayTimeIntervalType(DayTimeIntervalType.Unit.DAY, DayTimeIntervalType.Unit.SECOND),
			new YearMonthIntervalType(YearMonthIntervalType.Unit.YEAR, YearMonthIntervalType.Unit.MONTH),
			new GeometryType(GeometryType.MIXED_SRID), new GeographyType(4326),
			new UserDefinedType("a.B", null, null, SimpleType.LONG) };

	private final Random random;

	public RandomRows(long seed) {
		this.random = new Random(seed);
	}

	public static List<DataType> scalars() {
		return List.of(SCALARS);
	}

	public StructType schema(int columns, int depth) {
		StructType schema = new StructType();
		for (int i = 0; i < columns; i++) {
			DataType type = type(depth);
			schema = schema.add("c" + i, type, type == SimpleType.NULL || this.random.nextBoolean());
		}
		return schema;
	}

	private DataType type(int depth) {
		return switch ((depth > 0) ? this.random.nextInt(6) : 3) {
			case 0 -> {
				DataType element = type(depth - 1);
				yield new ArrayType(element, element == SimpleType.NULL || this.random.nextBoolean());
			}
			case 1 -> {
				DataType value = type(depth - 1);
				yield new MapType(this.random.nextBoolean() ? new StringType() : SimpleType.INTEGER, value,
						value == SimpleType.NULL || this.random.nextBoolean());
			}
			case 2 -> schema(this.random.nextInt(4), depth - 1);
			default -> SCALARS[this.random.nextInt(SCALARS.length)];
		};
	}

	public List<List<@Nullable Object>> rows(StructType schema, int count) {
		List<List<@Nullable Object>> rows = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			rows.add(fields(schema));
		}
		return rows;
	}

	private List<@Nullable Object> fields(StructType schema) {
		List<@Nullable Object> values = new ArrayList<>();
		schema.fields().forEach((field) -> values.add(value(field.dataType(), field.nullable())));
		return values;
	}

	@Nullable Object value(DataType type, boolean nullable) {
		return (nullable && (type == SimpleType.NULL || this.random.nextInt(4) == 0)) ? null : type.accept(this);
	}

	private byte[] bytes() {
		byte[] bytes = new byte[this.random.nextInt(20)];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private long micros() {
		return switch (this.random.nextInt(8)) {
			case 0 -> Long.MIN_VALUE;
			case 1 -> Long.MAX_VALUE;
			case 2 -> -1;
			default -> this.random.nextLong();
		};
	}

	private Instant instant() {
		return Instant.EPOCH.plus(micros(), ChronoUnit.MICROS);
	}

	@Override
	public Object visitSimple(SimpleType type) {
		return switch (type) {
			case NULL -> throw new IllegalArgumentException("There is no such value");
			case BOOLEAN -> this.random.nextBoolean();
			case BYTE -> (byte) this.random.nextInt();
			case SHORT -> (short) this.random.nextInt();
			case INTEGER -> this.random.nextInt();
			case LONG -> this.random.nextLong();
			case FLOAT -> (this.random.nextInt(5) == 0) ? Float.NaN : this.random.nextFloat();
			case DOUBLE -> (this.random.nextInt(5) == 0) ? -0.0 : this.random.nextGaussian();
			case BINARY -> bytes();
			case DATE -> LocalDate.ofEpochDay(this.random.nextInt());
			case TIMESTAMP -> instant();
			case TIMESTAMP_NTZ -> LocalDateTime.ofInstant(instant(), ZoneOffset.UTC);
			case CALENDAR_INTERVAL ->
				new CalendarInterval(this.random.nextInt(), this.random.nextInt(), this.random.nextLong() / 1_000);
			case VARIANT -> variant();
		};
	}

	/**
	 * Returns a variant with a string, whose length is in the first byte.
	 */
	private Variant variant() {
		byte[] text = this.random.ints(this.random.nextInt(20), 'a', 'z')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.getBytes(StandardCharsets.UTF_8);
		byte[] value = new byte[text.length + 1];
		value[0] = (byte) (text.length << 2 | 1);
		System.arraycopy(text, 0, value, 1, text.length);
		return new Variant(value, new byte[] { 1, 0, 0 });
	}

	private String text() {
		return TEXTS[this.random.nextInt(TEXTS.length)];
	}

	@Override
	public Object visitString(StringType type) {
		return text();
	}

	@Override
	public Object visitChar(CharType type) {
		return text();
	}

	@Override
	public Object visitVarchar(VarcharType type) {
		return text();
	}

	@Override
	public Object visitDecimal(DecimalType type) {
		BigInteger bound = BigInteger.TEN.pow(1 + this.random.nextInt(type.precision()));
		BigInteger unscaled = new BigInteger(160, this.random).mod(bound);
		return new BigDecimal(this.random.nextBoolean() ? unscaled.negate() : unscaled, type.scale());
	}

	@Override
	public Object visitTime(TimeType type) {
		return LocalTime.ofNanoOfDay(this.random.nextLong(86_400_000_000L) * 1_000);
	}

	@Override
	public Object visitDayTimeInterval(DayTimeIntervalType type) {
		return Duration.of(micros(), ChronoUnit.MICROS);
	}

	@Override
	public Object visitYearMonthInterval(YearMonthIntervalType type) {
		return Period.ofMonths(this.random.nextInt()).normalized();
	}

	@Override
	public Object visitArray(ArrayType type) {
		List<@Nullable Object> elements = new ArrayList<>();
		for (int i = this.random.nextInt(5); i > 0; i--) {
			elements.add(value(type.elementType(), type.containsNull()));
		}
		return elements;
	}

	@Override
	public Object visitMap(MapType type) {
		Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
		for (int i = this.random.nextInt(5); i > 0; i--) {
			entries.put(value(type.keyType(), false), value(type.valueType(), type.valueContainsNull()));
		}
		return entries;
	}

	@Override
	public Object visitStruct(StructType type) {
		return fields(type);
	}

	@Override
	public Object visitUserDefined(UserDefinedType type) {
		return type.sqlType().accept(this);
	}

	@Override
	public Object visitGeometry(GeometryType type) {
		return new Geometry(bytes(), this.random.nextInt());
	}

	@Override
	public Object visitGeography(GeographyType type) {
		return new Geography(bytes(), type.srid());
	}

	@Override
	public Object visitUnparsed(UnparsedType type) {
		throw new IllegalArgumentException("There are no values of " + type);
	}

}
