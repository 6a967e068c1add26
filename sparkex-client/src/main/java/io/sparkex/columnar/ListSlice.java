package io.sparkex.columnar;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;

/**
 * The elements of one array: an unmodifiable view that decodes elements when they are
 * read.
 *
 * @since 0.1.0
 */
public final class ListSlice extends AbstractList<@Nullable Object> implements RandomAccess {

	private final ColumnVector elements;

	private final int start;

	private final int end;

	/**
	 * Creates a view of elements of a vector.
	 * @param elements the vector
	 * @param start the row of the first element
	 * @param end the row after the last element
	 */
	public ListSlice(ColumnVector elements, int start, int end) {
		this.elements = elements;
		this.start = start;
		this.end = end;
	}

	/**
	 * Returns the vector with the elements of this and other arrays.
	 * @return the vector
	 */
	public ColumnVector elements() {
		return this.elements;
	}

	/**
	 * Returns the row of the first element in the vector.
	 * @return the row, from 0
	 */
	public int start() {
		return this.start;
	}

	/**
	 * Returns the row after the last element in the vector.
	 * @return the row, at least {@link #start()}
	 */
	public int end() {
		return this.end;
	}

	@Override
	public @Nullable Object get(int index) {
		return this.elements.get(this.start + Objects.checkIndex(index, size()));
	}

	@Override
	public int size() {
		return this.end - this.start;
	}

	/**
	 * Copies this array so that it does not keep the received bytes in memory.
	 * @return a copy
	 */
	public ListSlice detached() {
		return new ListSlice(this.elements.detached(this.start, this.end), 0, size());
	}

}
