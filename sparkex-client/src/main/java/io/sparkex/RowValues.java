package io.sparkex;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.arrow.ColumnBatch;
import io.sparkex.arrow.ColumnVector;
import io.sparkex.arrow.StructSlice;
import io.sparkex.mapping.ValueConversion;
import io.sparkex.types.DecimalType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;

/**
 * The values of a row by their position. Public only through {@link Row}.
 */
abstract sealed class RowValues permits Row {

	private final ColumnBatch batch;

	private final int row;

	RowValues(ColumnBatch batch, int row) {
		this.batch = batch;
		this.row = row;
	}

	/**
	 * The names and types of the columns.
	 * @return the schema
	 */
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

	final ColumnBatch detachedBatch() {
		return this.batch.detached(this.row);
	}

}
