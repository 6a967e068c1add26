package io.sparkex.internal.local;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;

/**
 * Index of all or selected rows in a list of batches, in any order. Immutable.
 */
public final class LocalIndex {

	/**
	 * The first row of each batch, followed by the total number of rows.
	 */
	private final int[] starts;

	/**
	 * The selected rows by their index in all batches, or {@code null} for all rows in
	 * order.
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
	 * Returns an index of selected rows.
	 * @param places the rows in this index
	 */
	public LocalIndex of(int[] places) {
		return new LocalIndex(this.starts, Arrays.stream(places).map(this::global).toArray(), places.length);
	}

	/**
	 * Returns an index of consecutive rows.
	 */
	public LocalIndex slice(int start, int end) {
		return of(IntStream.range(start, end).toArray());
	}

	public int size() {
		return this.size;
	}

	/**
	 * Returns the position of a row.
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
		// Batches without rows start at the same row as the next batch.
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
	 * Position of a row.
	 *
	 * @param batch the index of the batch
	 * @param row the row in the batch
	 */
	public record Place(int batch, int row) {

	}

}
