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
 * A column of a {@link LocalFrame}. The getters convert only where nothing can be lost.
 * They throw a {@link io.sparkex.errors.MappingException} where the type does not fit, a
 * {@link NullPointerException} naming the column where a row is null, and an
 * {@link IndexOutOfBoundsException} where there is no such row. Immutable and
 * thread-safe.
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
	 * The name.
	 * @return the name
	 */
	public String name() {
		return this.field.name();
	}

	/**
	 * The type of the values.
	 * @return the Spark type
	 */
	public DataType type() {
		return this.field.dataType();
	}

	/**
	 * The count of rows.
	 * @return the count
	 */
	public int size() {
		return this.index.size();
	}

	private ColumnVector vector(Place place) {
		return this.batches.get(place.batch()).column(this.position);
	}

	private ColumnVector present(Place place, int row) {
		ColumnVector vector = vector(place);
		if (vector.isNull(place.row())) {
			throw new NullPointerException(
					"Row " + row + " of the column '" + name() + "' is null; ask isNull() before");
		}
		return vector;
	}

	/**
	 * Whether there is no value in a row.
	 * @param row the row, from 0
	 * @return {@code true} if it is null
	 */
	public boolean isNull(int row) {
		Place place = this.index.place(row);
		return vector(place).isNull(place.row());
	}

	/**
	 * The value of a row, of the class that {@link Row#get(int)} returns for the type.
	 * @param row the row, from 0
	 * @return the value, or {@code null}
	 */
	public @Nullable Object get(int row) {
		Place place = this.index.place(row);
		return vector(place).get(place.row());
	}

	/**
	 * The value of a row of booleans.
	 * @param row the row, from 0
	 * @return the value
	 */
	public boolean getBoolean(int row) {
		Place place = this.index.place(row);
		return present(place, row).getBoolean(place.row());
	}

	/**
	 * The value of a row of integers of up to 32 bits.
	 * @param row the row, from 0
	 * @return the value
	 */
	public int getInt(int row) {
		Place place = this.index.place(row);
		return present(place, row).getInt(place.row());
	}

	/**
	 * The value of a row of integers.
	 * @param row the row, from 0
	 * @return the value
	 */
	public long getLong(int row) {
		Place place = this.index.place(row);
		return present(place, row).getLong(place.row());
	}

	/**
	 * The value of a row of binary numbers.
	 * @param row the row, from 0
	 * @return the value
	 */
	public double getDouble(int row) {
		Place place = this.index.place(row);
		return present(place, row).getDouble(place.row());
	}

	/**
	 * The value of a row of exact numbers.
	 * @param row the row, from 0
	 * @return the value
	 */
	public BigDecimal getDecimal(int row) {
		Place place = this.index.place(row);
		return present(place, row).getDecimal(place.row());
	}

	/**
	 * The value of a row of texts.
	 * @param row the row, from 0
	 * @return the value
	 */
	public String getString(int row) {
		Place place = this.index.place(row);
		return present(place, row).getString(place.row());
	}

	/**
	 * All values as an array; none may be null.
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
	 * All values as an array; none may be null.
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
	 * The values as a list, read where they lie.
	 * @param <T> the class of the values, which is not checked
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
	 * The values as a list.
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
