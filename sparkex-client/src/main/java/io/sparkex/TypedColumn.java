package io.sparkex;

import org.jspecify.annotations.Nullable;

/**
 * A column whose Java type is known to the compiler, from
 * {@link Functions#col(Accessor.OfText) col(Trip::city)}. It compares with values and
 * typed columns of its own type, and with any {@link Column}, whose type only Spark
 * knows.
 * <p>
 * It stands wherever a column is wanted, and is sent as the same plan.
 * {@link #toColumn()} has what is not here. Immutable and thread-safe.
 *
 * @param <V> the type of its values
 * @since 0.1.0
 */
public abstract sealed class TypedColumn<V> implements ColumnLike
		permits ValueColumn, StructColumn, ListColumn, MapColumn {

	private final Column column;

	TypedColumn(Column column) {
		this.column = column;
	}

	@Override
	public final Column toColumn() {
		return this.column;
	}

	/**
	 * Whether this equals the other; null if either is null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column equalTo(TypedColumn<V> other) {
		return this.column.equalTo(other);
	}

	/**
	 * Whether this equals the other; null if either is null.
	 * @param other a column that Spark can compare with this
	 * @return a boolean column
	 */
	public final Column equalTo(Column other) {
		return this.column.equalTo(other);
	}

	/**
	 * Whether this equals the other, as {@link #equalTo(TypedColumn)}.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column eq(TypedColumn<V> other) {
		return this.column.equalTo(other);
	}

	/**
	 * Whether this equals the other, as {@link #equalTo(Column)}.
	 * @param other a column that Spark can compare with this
	 * @return a boolean column
	 */
	public final Column eq(Column other) {
		return this.column.equalTo(other);
	}

	/**
	 * Whether this differs from the other; null if either is null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column notEqual(TypedColumn<V> other) {
		return this.column.notEqual(other);
	}

	/**
	 * Whether this differs from the other; null if either is null.
	 * @param other a column that Spark can compare with this
	 * @return a boolean column
	 */
	public final Column notEqual(Column other) {
		return this.column.notEqual(other);
	}

	/**
	 * Whether this differs from the other, as {@link #notEqual(TypedColumn)}.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column ne(TypedColumn<V> other) {
		return this.column.notEqual(other);
	}

	/**
	 * Whether this differs from the other, as {@link #notEqual(Column)}.
	 * @param other a column that Spark can compare with this
	 * @return a boolean column
	 */
	public final Column ne(Column other) {
		return this.column.notEqual(other);
	}

	/**
	 * Whether this equals the other or both are null; never null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column eqNullSafe(TypedColumn<V> other) {
		return this.column.eqNullSafe(other);
	}

	/**
	 * Whether this equals the other or both are null; never null.
	 * @param other a column that Spark can compare with this
	 * @return a boolean column
	 */
	public final Column eqNullSafe(Column other) {
		return this.column.eqNullSafe(other);
	}

	/**
	 * Whether this is null.
	 * @return a boolean column
	 */
	public final Column isNull() {
		return this.column.isNull();
	}

	/**
	 * Whether this is not null.
	 * @return a boolean column
	 */
	public final Column isNotNull() {
		return this.column.isNotNull();
	}

	/**
	 * Sorts from small to large, nulls first.
	 * @return the order
	 */
	public final Column asc() {
		return this.column.asc();
	}

	/**
	 * Sorts from small to large, nulls first.
	 * @return the order
	 */
	public final Column asc_nulls_first() {
		return this.column.asc_nulls_first();
	}

	/**
	 * Sorts from small to large, nulls last.
	 * @return the order
	 */
	public final Column asc_nulls_last() {
		return this.column.asc_nulls_last();
	}

	/**
	 * Sorts from large to small, nulls last.
	 * @return the order
	 */
	public final Column desc() {
		return this.column.desc();
	}

	/**
	 * Sorts from large to small, nulls first.
	 * @return the order
	 */
	public final Column desc_nulls_first() {
		return this.column.desc_nulls_first();
	}

	/**
	 * Sorts from large to small, nulls last.
	 * @return the order
	 */
	public final Column desc_nulls_last() {
		return this.column.desc_nulls_last();
	}

	/**
	 * This under another name.
	 * @param alias the name
	 * @return the column
	 */
	public final Column as(String alias) {
		return this.column.as(alias);
	}

	/**
	 * This under another name, as {@link #as(String)}.
	 * @param alias the name
	 * @return the column
	 */
	public final Column alias(String alias) {
		return as(alias);
	}

	/**
	 * Compares the descriptions, not what they compute; for the latter there is
	 * {@link #equalTo(TypedColumn)}.
	 */
	@Override
	public final boolean equals(@Nullable Object other) {
		return other instanceof TypedColumn<?> that && this.column.equals(that.column);
	}

	@Override
	public final int hashCode() {
		return this.column.hashCode();
	}

	@Override
	public final String toString() {
		return this.column.toString();
	}

}
