package io.sparkex;

/**
 * What can stand where a column is wanted: a {@link Column}, or a {@link TypedColumn} of
 * a record component.
 *
 * @since 0.1.0
 */
public sealed interface ColumnLike permits Column, TypedColumn {

	/**
	 * The column, with all methods that columns have whatever their type.
	 * @return the column
	 */
	Column toColumn();

}
