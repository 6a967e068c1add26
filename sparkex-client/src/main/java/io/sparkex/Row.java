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
 * One row of a result: an immutable view of the batch it was received in.
 * <p>
 * Values are decoded when they are read. Getters convert a value only if no information
 * can be lost. They throw
 * <ul>
 * <li>a {@link io.sparkex.errors.MappingException} if the column cannot be converted to
 * the requested class,</li>
 * <li>a {@link NullPointerException} that names the column if a primitive is requested
 * but the value is null,</li>
 * <li>an {@link IllegalArgumentException} if a column name is unknown or ambiguous,</li>
 * <li>an {@link IndexOutOfBoundsException} if there is no column at the position.</li>
 * </ul>
 * Rows are equal if their values are equal. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Row implements StructValue {

	private static final Row EMPTY = new Row(new ColumnBatch(new StructType(), List.of(), 1), 0);

	private final ColumnBatch batch;

	private final int row;

	/**
	 * Creates a row as a view of a batch, which it keeps in memory.
	 * @param batch the batch
	 * @param row the row in the batch, from 0
	 */
	public Row(ColumnBatch batch, int row) {
		this.batch = batch;
		this.row = row;
	}

	/**
	 * Returns a row without columns.
	 * @return the row
	 */
	public static Row empty() {
		return EMPTY;
	}

	/**
	 * Creates a row that is not part of a result, for
	 * {@link SparkSession#createDataFrame} and for tests.
	 * @param schema the schema of the row
	 * @param values one value for each column, of the class that {@link #get(int)}
	 * returns for its type
	 * @return a row with a copy of the values
	 * @throws IllegalArgumentException if the number of values differs from the number of
	 * columns
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
			throw new InvalidPlanException("The values exceed 2 GB");
		}
		return new Row(new ArrowStreamDecoder(schema, Row::new).decode(stream).get(0), 0);
	}

	/**
	 * Returns the schema of the row.
	 * @return the schema
	 */
	@Override
	public StructType schema() {
		return this.batch.schema();
	}

	/**
	 * Returns the number of columns.
	 * @return the number of columns
	 */
	public int size() {
		return schema().size();
	}

	/**
	 * Returns the number of columns. Same as {@link #size()}.
	 * @return the number of columns
	 */
	public int length() {
		return size();
	}

	/**
	 * Returns the position of the column with the given name.
	 * @param name the column name, case-sensitive
	 * @return the position, from 0
	 */
	public int fieldIndex(String name) {
		return schema().fieldIndex(name);
	}

	/**
	 * Returns {@code true} if the value of a column is null.
	 * @param index the position of the column
	 * @return {@code true} if the value is null
	 */
	public boolean isNullAt(int index) {
		return this.batch.column(index).isNull(this.row);
	}

	/**
	 * Returns {@code true} if the value of a column is null.
	 * @param name the name of the column
	 * @return {@code true} if the value is null
	 */
	public boolean isNullAt(String name) {
		return isNullAt(fieldIndex(name));
	}

	/**
	 * Returns {@code true} if the value of at least one column is null.
	 * @return {@code true} if a value is null
	 */
	public boolean anyNull() {
		return this.batch.columns().stream().anyMatch((column) -> column.isNull(this.row));
	}

	/**
	 * Returns the value of a column as the natural Java class of its type, or null: a
	 * primitive wrapper, String, BigDecimal, byte[], LocalDate, Instant, LocalDateTime,
	 * LocalTime, Duration, Period, List, Map, Row, or a class of
	 * {@code io.sparkex.values}.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	@Override
	public @Nullable Object get(int index) {
		return this.batch.column(index).get(this.row);
	}

	/**
	 * Returns the value of a column as the given class, or null.
	 * @param <T> the target class
	 * @param index the position of the column
	 * @param javaClass the target class: any class that {@link DataFrame#as(Class)}
	 * supports for a record component, such as a primitive wrapper, String, BigDecimal, a
	 * java.time class, an enum, an array, a record or a bean
	 * @return the value, or {@code null}
	 */
	public <T> @Nullable T get(int index, Class<T> javaClass) {
		return ValueConversion.read(schema().field(index), this.batch.column(index), this.row, javaClass);
	}

	/**
	 * Returns the value of a column as the natural Java class of its type, or null, as
	 * {@link #get(int)} does.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Object get(String name) {
		return get(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as the given class, or null.
	 * @param <T> the target class
	 * @param name the name of the column
	 * @param javaClass the target class: any class that {@link DataFrame#as(Class)}
	 * supports for a record component, such as a primitive wrapper, String, BigDecimal, a
	 * java.time class, an enum, an array, a record or a bean
	 * @return the value, or {@code null}
	 */
	public <T> @Nullable T get(String name, Class<T> javaClass) {
		return get(fieldIndex(name), javaClass);
	}

	/**
	 * Returns the value of a column as the natural Java class of its type, or null, with
	 * an unchecked cast to the class that the caller expects.
	 * @param <T> the expected class, which is not checked
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	public <T> @Nullable T getAs(int index) {
		return (T) get(index);
	}

	/**
	 * Returns the value of a column as the natural Java class of its type, or null, with
	 * an unchecked cast to the class that the caller expects.
	 * @param <T> the expected class, which is not checked
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T getAs(String name) {
		return getAs(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a boolean.
	 * @param index the position of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public boolean getBoolean(int index) {
		return nonNull(index).getBoolean(this.row);
	}

	/**
	 * Returns the value of a column as a boolean.
	 * @param name the name of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public boolean getBoolean(String name) {
		return getBoolean(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a byte.
	 * @param index the position of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public byte getByte(int index) {
		return nonNull(index).getByte(this.row);
	}

	/**
	 * Returns the value of a column as a byte.
	 * @param name the name of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public byte getByte(String name) {
		return getByte(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a short.
	 * @param index the position of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public short getShort(int index) {
		return nonNull(index).getShort(this.row);
	}

	/**
	 * Returns the value of a column as a short.
	 * @param name the name of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public short getShort(String name) {
		return getShort(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as an int.
	 * @param index the position of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public int getInt(int index) {
		return nonNull(index).getInt(this.row);
	}

	/**
	 * Returns the value of a column as an int.
	 * @param name the name of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public int getInt(String name) {
		return getInt(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a long.
	 * @param index the position of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public long getLong(int index) {
		return nonNull(index).getLong(this.row);
	}

	/**
	 * Returns the value of a column as a long.
	 * @param name the name of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public long getLong(String name) {
		return getLong(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a float.
	 * @param index the position of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public float getFloat(int index) {
		return nonNull(index).getFloat(this.row);
	}

	/**
	 * Returns the value of a column as a float.
	 * @param name the name of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public float getFloat(String name) {
		return getFloat(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a double.
	 * @param index the position of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public double getDouble(int index) {
		return nonNull(index).getDouble(this.row);
	}

	/**
	 * Returns the value of a column as a double.
	 * @param name the name of the column
	 * @return the value
	 * @throws NullPointerException if the value is null
	 */
	public double getDouble(String name) {
		return getDouble(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a BigDecimal, or null.
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
	 * Returns the value of a column as a BigDecimal, or null.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable BigDecimal getDecimal(String name) {
		return getDecimal(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a String, or null.
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
	 * Returns the value of a column as a String, or null.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable String getString(String name) {
		return getString(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a byte array, or null.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public byte @Nullable [] getBytes(int index) {
		return (byte[]) getOrConvert(index, SimpleType.BINARY, byte[].class);
	}

	/**
	 * Returns the value of a column as a byte array, or null.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public byte @Nullable [] getBytes(String name) {
		return getBytes(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a LocalDate, or null.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDate getLocalDate(int index) {
		return (LocalDate) getOrConvert(index, SimpleType.DATE, LocalDate.class);
	}

	/**
	 * Returns the value of a column as a LocalDate, or null.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDate getLocalDate(String name) {
		return getLocalDate(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as an Instant, or null.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Instant getInstant(int index) {
		return (Instant) getOrConvert(index, SimpleType.TIMESTAMP, Instant.class);
	}

	/**
	 * Returns the value of a column as an Instant, or null.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Instant getInstant(String name) {
		return getInstant(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a LocalDateTime, or null.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDateTime getLocalDateTime(int index) {
		return (LocalDateTime) getOrConvert(index, SimpleType.TIMESTAMP_NTZ, LocalDateTime.class);
	}

	/**
	 * Returns the value of a column as a LocalDateTime, or null.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalDateTime getLocalDateTime(String name) {
		return getLocalDateTime(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a LocalTime, or null.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalTime getLocalTime(int index) {
		return get(index, LocalTime.class);
	}

	/**
	 * Returns the value of a column as a LocalTime, or null.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable LocalTime getLocalTime(String name) {
		return getLocalTime(fieldIndex(name));
	}

	/**
	 * Returns the value of a date column as a java.sql.Date, or null. For code that needs
	 * the legacy class.
	 * @param index the position of the column
	 * @return midnight of the date in the default time zone, or {@code null}
	 */
	public @Nullable Date getDate(int index) {
		LocalDate date = getLocalDate(index);
		return (date != null) ? Date.valueOf(date) : null;
	}

	/**
	 * Returns the value of a timestamp column as a java.sql.Timestamp, or null. For code
	 * that needs the legacy class.
	 * @param index the position of the column
	 * @return the timestamp, or {@code null}
	 */
	public @Nullable Timestamp getTimestamp(int index) {
		Instant instant = getInstant(index);
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	/**
	 * Returns the value of a column as a Duration, or null.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Duration getDuration(int index) {
		return get(index, Duration.class);
	}

	/**
	 * Returns the value of a column as a Duration, or null.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Duration getDuration(String name) {
		return getDuration(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a Period, or null.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Period getPeriod(int index) {
		return get(index, Period.class);
	}

	/**
	 * Returns the value of a column as a Period, or null.
	 * @param name the name of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Period getPeriod(String name) {
		return getPeriod(fieldIndex(name));
	}

	/**
	 * Returns the value of an array column as an unmodifiable List, or null. Elements are
	 * decoded when they are read.
	 * @param <T> the Java class of the elements, which is not checked
	 * @param index the position of the column
	 * @return the elements, some of which may be null, or {@code null}
	 */
	@SuppressWarnings("unchecked")
	public <T extends @Nullable Object> @Nullable List<T> getList(int index) {
		ColumnVector column = this.batch.column(index);
		return column.isNull(this.row) ? null : (List<T>) column.getList(this.row);
	}

	/**
	 * Returns the value of an array column as an unmodifiable List, or null. Elements are
	 * decoded when they are read.
	 * @param <T> the Java class of the elements, which is not checked
	 * @param name the name of the column
	 * @return the elements, some of which may be null, or {@code null}
	 */
	public <T extends @Nullable Object> @Nullable List<T> getList(String name) {
		return getList(fieldIndex(name));
	}

	/**
	 * Returns the value of a map column as an unmodifiable Map in the order of its
	 * entries, or null.
	 * @param <K> the Java class of the keys, which is not checked
	 * @param <V> the Java class of the values, which is not checked
	 * @param index the position of the column
	 * @return the entries, some of which may have a null value, or {@code null}
	 */
	@SuppressWarnings("unchecked")
	public <K, V extends @Nullable Object> @Nullable Map<K, V> getMap(int index) {
		ColumnVector column = this.batch.column(index);
		return column.isNull(this.row) ? null : (Map<K, V>) (Map<?, ?>) column.getMap(this.row);
	}

	/**
	 * Returns the value of a map column as an unmodifiable Map in the order of its
	 * entries, or null.
	 * @param <K> the Java class of the keys, which is not checked
	 * @param <V> the Java class of the values, which is not checked
	 * @param name the name of the column
	 * @return the entries, some of which may have a null value, or {@code null}
	 */
	public <K, V extends @Nullable Object> @Nullable Map<K, V> getMap(String name) {
		return getMap(fieldIndex(name));
	}

	/**
	 * Returns the value of a map column as a Map, or null. Spark's name of
	 * {@link #getMap(int)}.
	 * @param <K> the Java class of the keys, which is not checked
	 * @param <V> the Java class of the values, which is not checked
	 * @param index the position of the column
	 * @return the entries, some of which may have a null value, or {@code null}
	 */
	public <K, V extends @Nullable Object> @Nullable Map<K, V> getJavaMap(int index) {
		return getMap(index);
	}

	/**
	 * Returns the value of a struct column as a Row, or null.
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
	 * Returns the value of a struct column as a Row, or null.
	 * @param name the name of the column
	 * @return the struct, or {@code null}
	 */
	public @Nullable Row getStruct(String name) {
		return getStruct(fieldIndex(name));
	}

	/**
	 * Returns the value of a column as a Geometry, or null.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Geometry getGeometry(int index) {
		return get(index, Geometry.class);
	}

	/**
	 * Returns the value of a column as a Geography, or null.
	 * @param index the position of the column
	 * @return the value, or {@code null}
	 */
	public @Nullable Geography getGeography(int index) {
		return get(index, Geography.class);
	}

	/**
	 * Returns the value of a column as the natural class of a type. Skips the search for
	 * a conversion if the column has that type.
	 */
	private @Nullable Object getOrConvert(int index, SimpleType type, Class<?> javaClass) {
		ColumnVector column = this.batch.column(index);
		return (column.type() == type) ? column.get(this.row) : get(index, javaClass);
	}

	private ColumnVector nonNull(int index) {
		ColumnVector column = this.batch.column(index);
		if (column.isNull(this.row)) {
			throw new NullPointerException("The column '" + schema().field(index).name()
					+ "' is null in this row; check isNullAt() first, or use get()");
		}
		return column;
	}

	/**
	 * Returns a copy of this row that does not keep its batch in memory.
	 * @return a row with the same values
	 */
	public Row detached() {
		return new Row(this.batch.detached(this.row), 0);
	}

	/**
	 * Returns a copy of this row. Spark's name of {@link #detached()}.
	 * @return a row with the same values
	 */
	public Row copy() {
		return detached();
	}

	/**
	 * Returns the values as concatenated text.
	 * @return the text
	 */
	public String mkString() {
		return mkString("");
	}

	/**
	 * Returns the values as text with a separator.
	 * @param separator the text between two values
	 * @return the text
	 */
	public String mkString(String separator) {
		return mkString("", separator, "");
	}

	/**
	 * Returns the values as text with a separator, a prefix and a suffix.
	 * @param start the prefix
	 * @param separator the text between two values
	 * @param end the suffix
	 * @return the text
	 */
	public String mkString(String start, String separator, String end) {
		return IntStream.range(0, size())
			.mapToObj((index) -> text(get(index)))
			.collect(Collectors.joining(separator, start, end));
	}

	/**
	 * Returns the row as a JSON object on one line. Timestamps are in UTC.
	 * <p>
	 * Values without a JSON representation become strings: dates and times in SQL format,
	 * binary values in Base64. A map with keys that are not strings becomes an array of
	 * objects with {@code key} and {@code value}.
	 * @return the JSON text
	 */
	public String json() {
		return RowJson.compact(this);
	}

	/**
	 * Returns the row as a JSON object with indentation, in the format of
	 * {@link #json()}.
	 * @return the JSON text
	 */
	public String prettyJson() {
		return RowJson.pretty(this);
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
	 * Wraps byte arrays in buffers, which are equal if their contents are.
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
	 * Formats a value as {@code toString} shows it.
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
