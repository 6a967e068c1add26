package io.sparkex;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.columnar.StructSlice;
import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.arrow.ArrowStreamDecoder;
import io.sparkex.internal.arrow.ArrowStreamEncoder;
import io.sparkex.internal.mapping.ValueConversion;
import io.sparkex.types.DecimalType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.StructValue;

/**
 * One row of a result: an immutable view on the batch it came with. Nothing is decoded
 * before it is read.
 * <p>
 * Getters convert only where nothing can be lost; they throw a
 * {@link io.sparkex.errors.MappingException} where a column cannot be read as asked, a
 * {@link NullPointerException} naming the column where a primitive is asked of a null, an
 * {@link IllegalArgumentException} for a name that is unknown or ambiguous, and an
 * {@link IndexOutOfBoundsException} for a position that does not exist. Rows are equal if
 * their values are. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Row implements StructValue {

	private static final Row EMPTY = new Row(new ColumnBatch(new StructType(), List.of(), 1), 0);

	private final ColumnBatch batch;

	private final int row;

	public Row(ColumnBatch batch, int row) {
		this.batch = batch;
		this.row = row;
	}

	/**
	 * A row without columns.
	 * @return the row
	 */
	public static Row empty() {
		return EMPTY;
	}

	/**
	 * A row that is no part of a result, for {@link SparkSession#createDataFrame} and for
	 * tests.
	 * @param schema the names and types of the columns
	 * @param values a value for each column, of the class that {@link #get(int)} returns
	 * @return a row with a copy of the values
	 * @throws IllegalArgumentException if there are more or fewer values than columns
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column
	 */
	public static Row of(StructType schema, @Nullable Object... values) {
		if (values.length != schema.size()) {
			throw new IllegalArgumentException("There are " + values.length + " values for the " + schema.size()
					+ " columns " + schema.fieldNames());
		}
		ByteBuffer stream = new ArrowStreamEncoder(schema, Integer.MAX_VALUE).encode(0, 1,
				(row, column) -> values[column]);
		if (stream == null) {
			throw new InvalidPlanException("The values have more than 2 GB");
		}
		return new Row(new ArrowStreamDecoder(schema, Row::new).decode(stream).get(0), 0);
	}

	/**
	 * The names and types of the columns.
	 * @return the schema
	 */
	@Override
	public StructType schema() {
		return this.batch.schema();
	}

	/**
	 * The count of columns.
	 * @return zero or more
	 */
	public int size() {
		return schema().size();
	}

	/**
	 * The count of columns, as {@link #size()}.
	 * @return zero or more
	 */
	public int length() {
		return size();
	}

	/**
	 * Whether there is no value in a column.
	 * @param index the position of the column
	 * @return {@code true} if it is null
	 */
	public boolean isNullAt(int index) {
		return this.batch.column(index).isNull(this.row);
	}

	/**
	 * The value of a column: a box, String, BigDecimal, byte[], LocalDate, Instant,
	 * LocalDateTime, LocalTime, Duration, Period, List, Map, Row or one of
	 * {@code io.sparkex.values}, by the type of the column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	@Override
	public @Nullable Object get(int index) {
		return this.batch.column(index).get(this.row);
	}

	/**
	 * The value of a column as a class of the caller's choice.
	 * @param <T> the class
	 * @param index the position of the column
	 * @param javaClass any class that {@link DataFrame#as(Class)} reads into the
	 * component of a record: a box, String, BigDecimal, java.time class, enum, array,
	 * record or bean, ...
	 * @return the value, or {@code null}
	 */
	public <T> @Nullable T get(int index, Class<T> javaClass) {
		return ValueConversion.read(schema().field(index), this.batch.column(index), this.row, javaClass);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public boolean getBoolean(int index) {
		return present(index).getBoolean(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public byte getByte(int index) {
		return present(index).getByte(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public short getShort(int index) {
		return present(index).getShort(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public int getInt(int index) {
		return present(index).getInt(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public long getLong(int index) {
		return present(index).getLong(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public float getFloat(int index) {
		return present(index).getFloat(this.row);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param index the position of the column
	 * @return the value
	 */
	public double getDouble(int index) {
		return present(index).getDouble(this.row);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable BigDecimal getDecimal(int index) {
		ColumnVector column = this.batch.column(index);
		if (!(column.type() instanceof DecimalType)) {
			return get(index, BigDecimal.class);
		}
		return column.isNull(this.row) ? null : column.getDecimal(this.row);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable String getString(int index) {
		ColumnVector column = this.batch.column(index);
		if (!(column.type() instanceof StringType)) {
			return get(index, String.class);
		}
		return column.isNull(this.row) ? null : column.getString(this.row);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public byte @Nullable [] getBytes(int index) {
		return (byte[]) natural(index, SimpleType.BINARY, byte[].class);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDate getLocalDate(int index) {
		return (LocalDate) natural(index, SimpleType.DATE, LocalDate.class);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Instant getInstant(int index) {
		return (Instant) natural(index, SimpleType.TIMESTAMP, Instant.class);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDateTime getLocalDateTime(int index) {
		return (LocalDateTime) natural(index, SimpleType.TIMESTAMP_NTZ, LocalDateTime.class);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalTime getLocalTime(int index) {
		return get(index, LocalTime.class);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Duration getDuration(int index) {
		return get(index, Duration.class);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Period getPeriod(int index) {
		return get(index, Period.class);
	}

	/**
	 * The value of a column of arrays: an unmodifiable view, read as it is used.
	 * @param <T> the class that stands for the type of the elements, which is not checked
	 * @param index the position of the column
	 * @return the elements, of which some may be null, or {@code null}
	 */
	@SuppressWarnings("unchecked")
	public <T extends @Nullable Object> @Nullable List<T> getList(int index) {
		ColumnVector column = this.batch.column(index);
		return column.isNull(this.row) ? null : (List<T>) column.getList(this.row);
	}

	/**
	 * The value of a column of maps: unmodifiable, in the order of its entries.
	 * @param <K> the class that stands for the type of the keys, which is not checked
	 * @param <V> the class that stands for the type of the values, which is not checked
	 * @param index the position of the column
	 * @return the entries, of which some may have null for a value, or {@code null}
	 */
	@SuppressWarnings("unchecked")
	public <K, V extends @Nullable Object> @Nullable Map<K, V> getMap(int index) {
		ColumnVector column = this.batch.column(index);
		return column.isNull(this.row) ? null : (Map<K, V>) (Map<?, ?>) column.getMap(this.row);
	}

	/**
	 * The value of a column of maps, as by {@link #getMap(int)}; so named in Spark.
	 * @param <K> the class that stands for the type of the keys, which is not checked
	 * @param <V> the class that stands for the type of the values, which is not checked
	 * @param index the position of the column
	 * @return the entries, of which some may have null for a value, or {@code null}
	 */
	public <K, V extends @Nullable Object> @Nullable Map<K, V> getJavaMap(int index) {
		return getMap(index);
	}

	/**
	 * The value of a column of structs.
	 * @param index the position of the column
	 * @return the struct, or {@code null}
	 */
	public @Nullable Row getStruct(int index) {
		ColumnVector column = this.batch.column(index);
		if (column.isNull(this.row)) {
			return null;
		}
		StructSlice struct = column.getStruct(this.row);
		return new Row(struct.fields(), struct.row());
	}

	/**
	 * The value of a column, as by {@link #get(int)}, for code that knows its class.
	 * @param <T> the class of the value, which is not checked
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	public <T> @Nullable T getAs(int index) {
		return (T) get(index);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Geometry getGeometry(int index) {
		return get(index, Geometry.class);
	}

	/**
	 * The value of a column.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Geography getGeography(int index) {
		return get(index, Geography.class);
	}

	/**
	 * The value of a column of dates as the older class of Java, for code that needs it.
	 * @param index the position of the column
	 * @return the midnight of the day in the default time zone, or {@code null}
	 */
	public @Nullable Date getDate(int index) {
		LocalDate date = getLocalDate(index);
		return (date != null) ? Date.valueOf(date) : null;
	}

	/**
	 * The value of a column of instants as the older class of Java, for code that needs
	 * it.
	 * @param index the position of the column
	 * @return the instant, or {@code null}
	 */
	public @Nullable Timestamp getTimestamp(int index) {
		Instant instant = getInstant(index);
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	/**
	 * Whether there is no value in at least one column.
	 * @return {@code true} if a column is null
	 */
	public boolean anyNull() {
		return this.batch.columns().stream().anyMatch((column) -> column.isNull(this.row));
	}

	/**
	 * The position of the column of a name.
	 * @param name the name, in its exact case
	 * @return the position, from 0
	 */
	public int fieldIndex(String name) {
		return schema().fieldIndex(name);
	}

	/**
	 * Whether there is no value in a column.
	 * @param name the name of the column
	 * @return {@code true} if it is null
	 */
	public boolean isNullAt(String name) {
		return isNullAt(fieldIndex(name));
	}

	/**
	 * The value of a column, as by {@link #get(int)}.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Object get(String name) {
		return get(fieldIndex(name));
	}

	/**
	 * The value of a column as a class of the caller's choice.
	 * @param <T> the class
	 * @param name the name of the column
	 * @param javaClass any class that {@link DataFrame#as(Class)} reads into the
	 * component of a record: a box, String, BigDecimal, java.time class, enum, array,
	 * record or bean, ...
	 * @return the value, or {@code null}
	 */
	public <T> @Nullable T get(String name, Class<T> javaClass) {
		return get(fieldIndex(name), javaClass);
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public boolean getBoolean(String name) {
		return getBoolean(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public byte getByte(String name) {
		return getByte(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public short getShort(String name) {
		return getShort(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public int getInt(String name) {
		return getInt(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public long getLong(String name) {
		return getLong(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public float getFloat(String name) {
		return getFloat(fieldIndex(name));
	}

	/**
	 * The value of a column, which must not be null.
	 * @param name the name of the column
	 * @return the value
	 */
	public double getDouble(String name) {
		return getDouble(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable BigDecimal getDecimal(String name) {
		return getDecimal(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable String getString(String name) {
		return getString(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public byte @Nullable [] getBytes(String name) {
		return getBytes(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDate getLocalDate(String name) {
		return getLocalDate(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Instant getInstant(String name) {
		return getInstant(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDateTime getLocalDateTime(String name) {
		return getLocalDateTime(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalTime getLocalTime(String name) {
		return getLocalTime(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Duration getDuration(String name) {
		return getDuration(fieldIndex(name));
	}

	/**
	 * The value of a column.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Period getPeriod(String name) {
		return getPeriod(fieldIndex(name));
	}

	/**
	 * The value of a column of arrays, as by {@link #getList(int)}.
	 * @param <T> the class that stands for the type of the elements, which is not checked
	 * @param name the name of the column
	 * @return the elements, of which some may be null, or {@code null}
	 */
	public <T extends @Nullable Object> @Nullable List<T> getList(String name) {
		return getList(fieldIndex(name));
	}

	/**
	 * The value of a column of maps, as by {@link #getMap(int)}.
	 * @param <K> the class that stands for the type of the keys, which is not checked
	 * @param <V> the class that stands for the type of the values, which is not checked
	 * @param name the name of the column
	 * @return the entries, of which some may have null for a value, or {@code null}
	 */
	public <K, V extends @Nullable Object> @Nullable Map<K, V> getMap(String name) {
		return getMap(fieldIndex(name));
	}

	/**
	 * The value of a column of structs.
	 * @param name the name of the column
	 * @return the struct, or {@code null}
	 */
	public @Nullable Row getStruct(String name) {
		return getStruct(fieldIndex(name));
	}

	/**
	 * The value of a column, as by {@link #get(int)}, for code that knows its class.
	 * @param <T> the class of the value, which is not checked
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T getAs(String name) {
		return getAs(fieldIndex(name));
	}

	/**
	 * This row without its batch: keeping it keeps nothing else in memory.
	 * @return a row with the same values
	 */
	public Row detached() {
		return new Row(this.batch.detached(this.row), 0);
	}

	/**
	 * The row as {@link #detached()}; so named in Spark.
	 * @return a row with the same values
	 */
	public Row copy() {
		return detached();
	}

	/**
	 * The values as text, one after the other.
	 * @return the text
	 */
	public String mkString() {
		return mkString("");
	}

	/**
	 * The values as text.
	 * @param separator what comes between two values
	 * @return the text
	 */
	public String mkString(String separator) {
		return mkString("", separator, "");
	}

	/**
	 * The values as text.
	 * @param start what comes first
	 * @param separator what comes between two values
	 * @param end what comes last
	 * @return the text
	 */
	public String mkString(String start, String separator, String end) {
		return IntStream.range(0, size())
			.mapToObj((index) -> text(get(index)))
			.collect(Collectors.joining(separator, start, end));
	}

	/**
	 * The row as a JSON object on one line, with times in UTC.
	 * <p>
	 * What JSON has no form for is a string: times in the form of SQL, bytes in Base64. A
	 * map whose keys are no text is an array of objects with {@code key} and
	 * {@code value}.
	 * @return the JSON text
	 */
	public String json() {
		return RowJson.compact(this);
	}

	/**
	 * The row as {@link #json() JSON} with indentation.
	 * @return the JSON text
	 */
	public String prettyJson() {
		return RowJson.pretty(this);
	}

	/**
	 * The value of a column as the class that stands for a type. No conversion has to be
	 * looked for if it has that type.
	 */
	private @Nullable Object natural(int index, SimpleType type, Class<?> javaClass) {
		ColumnVector column = this.batch.column(index);
		return (column.type() == type) ? column.get(this.row) : get(index, javaClass);
	}

	private ColumnVector present(int index) {
		ColumnVector column = this.batch.column(index);
		if (column.isNull(this.row)) {
			throw new NullPointerException("The column '" + schema().field(index).name()
					+ "' is null in this row; ask isNullAt first, or use get");
		}
		return column;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Row that && comparable().equals(that.comparable()));
	}

	@Override
	public int hashCode() {
		return comparable().hashCode();
	}

	private List<@Nullable Object> comparable() {
		return IntStream.range(0, size()).<@Nullable Object>mapToObj((i) -> comparable(get(i))).toList();
	}

	/**
	 * Arrays of bytes are equal only if they are the same, buffers if their bytes are.
	 */
	private static @Nullable Object comparable(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return ByteBuffer.wrap(bytes);
		}
		if (value instanceof List<?> list) {
			return list.stream().<@Nullable Object>map(Row::comparable).toList();
		}
		if (value instanceof Map<?, ?> map) {
			Map<@Nullable Object, @Nullable Object> entries = new HashMap<>();
			map.forEach((key, mapped) -> entries.put(comparable(key), comparable(mapped)));
			return entries;
		}
		return value;
	}

	@Override
	public String toString() {
		StringJoiner out = new StringJoiner(", ", "Row(", ")");
		for (int i = 0; i < size(); i++) {
			out.add(schema().field(i).name() + "=" + text(get(i)));
		}
		return out.toString();
	}

	/**
	 * The text of a value as rows show it.
	 */
	static String text(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return Arrays.toString(bytes);
		}
		if (value instanceof List<?> list) {
			return list.stream().map(Row::text).collect(Collectors.joining(", ", "[", "]"));
		}
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.map((entry) -> text(entry.getKey()) + "=" + text(entry.getValue()))
				.collect(Collectors.joining(", ", "{", "}"));
		}
		return String.valueOf(value);
	}

}
