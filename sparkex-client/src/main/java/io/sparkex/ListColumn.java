package io.sparkex;

import java.util.List;

/**
 * A column of arrays.
 *
 * @param <E> the type of the elements
 * @since 0.1.0
 */
public final class ListColumn<E> extends TypedColumn<List<E>> {

	ListColumn(Column column) {
		super(column);
	}

	/**
	 * An element. In ANSI mode, the default from Spark 4 on, a position that an array
	 * does not have is an error.
	 * @param position the position, from 0
	 * @return the element
	 */
	public Column getItem(int position) {
		return toColumn().getItem(position);
	}

}
