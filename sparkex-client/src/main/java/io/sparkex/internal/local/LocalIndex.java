package io.sparkex.internal.local;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;

/**
 * Finds rows in batches: all of them, or some in an order of their own. Immutable.
 */
public final class LocalIndex {

	/**
	 * Where each batch begins, and where the last ends.
	 */
	private final int[] starts;

	/**
	 * The rows by their place in all batches, or {@code null} if they are all, in order.
	 */
	private final int @Nullable [] rows;

	private final int size;

	private LocalIndex(int[] starts, int @Nullable [] rows, int size) {
		this.starts = starts;
		this.rows = rows;
		this.size = size;
	}

	public static LocalIndex of(List<ColumnBatch> batches) {
		int[] starts = new int[batches.size() + 1];
		for (int i = 0; i < batches.size(); i++) {
			starts[i + 1] = starts[i] + batches.get(i).rowCount();
		}
		return new LocalIndex(starts, null, starts[batches.size()]);
	}

	/**
	 * An index of some of the rows of this one.
	 * @param places their places in this index
	 */
	public LocalIndex of(int[] places) {
		return new LocalIndex(this.starts, Arrays.stream(places).map(this::global).toArray(), places.length);
	}

	/**
	 * An index of rows that follow each other in this one.
	 */
	public LocalIndex slice(int start, int end) {
		return of(IntStream.range(start, end).toArray());
	}

	public int size() {
		return this.size;
	}

	/**
	 * Where a row is.
	 */
	public Place place(int row) {
		int global = global(row);
		int batch = batch(global);
		return new Place(batch, global - this.starts[batch]);
	}

	private int batch(int global) {
		int found = Arrays.binarySearch(this.starts, global);
		if (found < 0) {
			return -found - 2;
		}
		// Batches without rows begin where the next one does.
		while (this.starts[found + 1] == this.starts[found]) {
			found++;
		}
		return found;
	}

	private int global(int row) {
		if (row < 0 || row >= this.size) {
			throw new IndexOutOfBoundsException("There is no row " + row + " among " + this.size);
		}
		return (this.rows != null) ? this.rows[row] : row;
	}

	/**
	 * The place of a row.
	 *
	 * @param batch the position of its batch
	 * @param row the place within that
	 */
	public record Place(int batch, int row) {

	}

}
