package io.sparkex;

/**
 * Anything that can be used as a column: a {@link Column}, or a {@link TypedColumn} of a
 * record component.
 *
 * @since 0.1.0
 */
public sealed interface ColumnLike permits Column, TypedColumn {

	/**
	 * Returns the untyped column, which has the methods for all types.
	 * @return the column
	 */
	Column toColumn();

}
