package io.sparkex;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.internal.local.LocalIndex;
import io.sparkex.internal.local.LocalIndex.Place;
import io.sparkex.types.DataType;
import io.sparkex.types.StructField;

/**
 * A column of a {@link LocalFrame}.
 * <p>
 * Getters convert a value only if no information can be lost. They throw a
 * {@link io.sparkex.errors.MappingException} if the type cannot be converted, a
 * {@link NullPointerException} that names the column if the value is null, and an
 * {@link IndexOutOfBoundsException} if there is no such row. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class LocalColumn {

	private final List<ColumnBatch> batches;

	private final LocalIndex index;

	private final StructField field;

	private final int position;

	LocalColumn(List<ColumnBatch> batches, LocalIndex index, StructField field, int position) {
		this.batches = batches;
		this.index = index;
		this.field = field;
		this.position = position;
	}

	/**
	 * Returns the column name.
	 * @return the column name
	 */
	public String name() {
		return this.field.name();
	}

	/**
	 * Returns the Spark type of the column.
	 * @return the type
	 */
	public DataType type() {
		return this.field.dataType();
	}

	/**
	 * Returns the number of rows.
	 * @return the number of rows
	 */
	public int size() {
		return this.index.size();
	}

	private ColumnVector vector(Place place) {
		return this.batches.get(place.batch()).column(this.position);
	}

	private ColumnVector nonNull(Place place, int row) {
		ColumnVector vector = vector(place);
		if (vector.isNull(place.row())) {
			throw new NullPointerException(
					"Row " + row + " of the column '" + name() + "' is null; check isNull() first");
		}
		return vector;
	}

	/**
	 * Returns {@code true} if the value of a row is null.
	 * @param row the row index, from 0
	 * @return {@code true} if it is null
	 */
	public boolean isNull(int row) {
		Place place = this.index.place(row);
		return vector(place).isNull(place.row());
	}

	/**
	 * Returns the value of a row, of the class that {@link Row#get(int)} returns for the
	 * type, or null.
	 * @param row the row index, from 0
	 * @return the value, or {@code null}
	 */
	public @Nullable Object get(int row) {
		Place place = this.index.place(row);
		return vector(place).get(place.row());
	}

	/**
	 * Returns the value of a row of a boolean column.
	 * @param row the row index, from 0
	 * @return the value
	 */
	public boolean getBoolean(int row) {
		Place place = this.index.place(row);
		return nonNull(place, row).getBoolean(place.row());
	}

	/**
	 * Returns the value of a row of an integer column of up to 32 bits.
	 * @param row the row index, from 0
	 * @return the value
	 */
	public int getInt(int row) {
		Place place = this.index.place(row);
		return nonNull(place, row).getInt(place.row());
	}

	/**
	 * Returns the value of a row of an integer column.
	 * @param row the row index, from 0
	 * @return the value
	 */
	public long getLong(int row) {
		Place place = this.index.place(row);
		return nonNull(place, row).getLong(place.row());
	}

	/**
	 * Returns the value of a row of a float or double column.
	 * @param row the row index, from 0
	 * @return the value
	 */
	public double getDouble(int row) {
		Place place = this.index.place(row);
		return nonNull(place, row).getDouble(place.row());
	}

	/**
	 * Returns the value of a row of a decimal column.
	 * @param row the row index, from 0
	 * @return the value
	 */
	public BigDecimal getDecimal(int row) {
		Place place = this.index.place(row);
		return nonNull(place, row).getDecimal(place.row());
	}

	/**
	 * Returns the value of a row of a string column.
	 * @param row the row index, from 0
	 * @return the value
	 */
	public String getString(int row) {
		Place place = this.index.place(row);
		return nonNull(place, row).getString(place.row());
	}

	/**
	 * Returns all values as an array. None of them may be null.
	 * @return a new array
	 */
	public long[] toLongs() {
		long[] values = new long[size()];
		for (int row = 0; row < values.length; row++) {
			values[row] = getLong(row);
		}
		return values;
	}

	/**
	 * Returns all values as an array. None of them may be null.
	 * @return a new array
	 */
	public double[] toDoubles() {
		double[] values = new double[size()];
		for (int row = 0; row < values.length; row++) {
			values[row] = getDouble(row);
		}
		return values;
	}

	/**
	 * Returns the values as a list. Values are decoded when they are read.
	 * @param <T> the Java class of the values, which is not checked
	 * @return an unmodifiable list
	 */
	@SuppressWarnings({ "TypeParameterUnusedInFormals", "unchecked" })
	public <T> List<@Nullable T> toList() {
		return (List<@Nullable T>) new Values();
	}

	@Override
	public String toString() {
		return "LocalColumn[" + name() + ": " + type().simpleString() + ", " + size() + " rows]";
	}

	/**
	 * The values as a random-access list.
	 */
	private final class Values extends AbstractList<@Nullable Object> implements RandomAccess {

		@Override
		public @Nullable Object get(int row) {
			return LocalColumn.this.get(row);
		}

		@Override
		public int size() {
			return LocalColumn.this.size();
		}

	}

}
