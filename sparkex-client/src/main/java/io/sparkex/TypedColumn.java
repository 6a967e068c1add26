package io.sparkex;

import org.jspecify.annotations.Nullable;

/**
 * A column whose Java type is known to the compiler, from
 * {@link Functions#col(Accessor.OfText) col(Trip::city)}.
 * <p>
 * It can be compared with values and typed columns of the same type, and with any untyped
 * {@link Column}, whose type is known only to Spark. It can be used wherever a column is
 * expected, and is sent as the same plan. {@link #toColumn()} returns the untyped column,
 * which has more methods. Immutable and thread-safe.
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
	 * Tests if this column equals another one. The result is null if either is null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column equalTo(TypedColumn<V> other) {
		return this.column.equalTo(other);
	}

	/**
	 * Tests if this column equals another one. The result is null if either is null.
	 * @param other an untyped column, which Spark must be able to compare with this one
	 * @return a boolean column
	 */
	public final Column equalTo(Column other) {
		return this.column.equalTo(other);
	}

	/**
	 * Tests if this column equals another one. Same as {@code equalTo}.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column eq(TypedColumn<V> other) {
		return this.column.equalTo(other);
	}

	/**
	 * Tests if this column equals another one. Same as {@code equalTo}.
	 * @param other an untyped column, which Spark must be able to compare with this one
	 * @return a boolean column
	 */
	public final Column eq(Column other) {
		return this.column.equalTo(other);
	}

	/**
	 * Tests if this column differs from another one. The result is null if either is
	 * null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column notEqual(TypedColumn<V> other) {
		return this.column.notEqual(other);
	}

	/**
	 * Tests if this column differs from another one. The result is null if either is
	 * null.
	 * @param other an untyped column, which Spark must be able to compare with this one
	 * @return a boolean column
	 */
	public final Column notEqual(Column other) {
		return this.column.notEqual(other);
	}

	/**
	 * Tests if this column differs from another one. Same as {@code notEqual}.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column ne(TypedColumn<V> other) {
		return this.column.notEqual(other);
	}

	/**
	 * Tests if this column differs from another one. Same as {@code notEqual}.
	 * @param other an untyped column, which Spark must be able to compare with this one
	 * @return a boolean column
	 */
	public final Column ne(Column other) {
		return this.column.notEqual(other);
	}

	/**
	 * Tests if this column equals another one, treating two nulls as equal. The result is
	 * never null.
	 * @param other a column of the same type
	 * @return a boolean column
	 */
	public final Column eqNullSafe(TypedColumn<V> other) {
		return this.column.eqNullSafe(other);
	}

	/**
	 * Tests if this column equals another one, treating two nulls as equal. The result is
	 * never null.
	 * @param other an untyped column, which Spark must be able to compare with this one
	 * @return a boolean column
	 */
	public final Column eqNullSafe(Column other) {
		return this.column.eqNullSafe(other);
	}

	/**
	 * Tests if this column is null.
	 * @return a boolean column
	 */
	public final Column isNull() {
		return this.column.isNull();
	}

	/**
	 * Tests if this column is not null.
	 * @return a boolean column
	 */
	public final Column isNotNull() {
		return this.column.isNotNull();
	}

	/**
	 * Returns an ascending sort order, nulls first.
	 * @return the sort order
	 */
	public final Column asc() {
		return this.column.asc();
	}

	/**
	 * Returns an ascending sort order, nulls first.
	 * @return the sort order
	 */
	public final Column asc_nulls_first() {
		return this.column.asc_nulls_first();
	}

	/**
	 * Returns an ascending sort order, nulls last.
	 * @return the sort order
	 */
	public final Column asc_nulls_last() {
		return this.column.asc_nulls_last();
	}

	/**
	 * Returns a descending sort order, nulls last.
	 * @return the sort order
	 */
	public final Column desc() {
		return this.column.desc();
	}

	/**
	 * Returns a descending sort order, nulls first.
	 * @return the sort order
	 */
	public final Column desc_nulls_first() {
		return this.column.desc_nulls_first();
	}

	/**
	 * Returns a descending sort order, nulls last.
	 * @return the sort order
	 */
	public final Column desc_nulls_last() {
		return this.column.desc_nulls_last();
	}

	/**
	 * Gives this column an alias.
	 * @param alias the alias
	 * @return the column
	 */
	public final Column as(String alias) {
		return this.column.as(alias);
	}

	/**
	 * Gives this column an alias. Same as {@link #as(String)}.
	 * @param alias the alias
	 * @return the column
	 */
	public final Column alias(String alias) {
		return as(alias);
	}

	/**
	 * Compares two expressions, not the values they compute; to compare values, use
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
