package io.sparkex;

import java.util.List;

/**
 * A typed array column.
 *
 * @param <E> the type of the elements
 * @since 0.1.0
 */
public final class ListColumn<E> extends TypedColumn<List<E>> {

	ListColumn(Column column) {
		super(column);
	}

	/**
	 * Returns an element of the array. In ANSI mode, the default since Spark 4, an index
	 * out of bounds is an error.
	 * @param position the index, from 0
	 * @return the element
	 */
	public Column getItem(int position) {
		return toColumn().getItem(position);
	}

}
