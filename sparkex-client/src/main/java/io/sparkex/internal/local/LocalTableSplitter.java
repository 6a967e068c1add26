package io.sparkex.internal.local;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidPlanException;

/**
 * Iterator that splits a table into encoded parts of similar size. The size of each part
 * determines the number of rows of the next one.
 */
final class LocalTableSplitter implements Iterator<ByteBuffer> {

	private static final int FIRST_ROWS = 1_000;

	private static final int MAX_ROWS = 1_000_000;

	/**
	 * The maximum growth of the number of rows from part to part, because the rows of a
	 * part may be unusually small.
	 */
	private static final int GROWTH = 32;

	private static final long MAX_BYTES = 2L * LocalDataUploader.PART_BYTES;

	/**
	 * The maximum size of a single row, which must fit into an array.
	 */
	private static final long MAX_ROW_BYTES = 1L << 30;

	private final LocalTable table;

	private int position;

	private int rows = FIRST_ROWS;

	LocalTableSplitter(LocalTable table) {
		this.table = table;
	}

	/**
	 * Returns the number of rows in the parts so far.
	 */
	int position() {
		return this.position;
	}

	@Override
	public boolean hasNext() {
		return this.position < this.table.count();
	}

	@Override
	public ByteBuffer next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		int taken = Math.min(this.rows, this.table.count() - this.position);
		ByteBuffer part = encode(taken);
		while (part == null && taken > 1) {
			taken /= 2;
			part = encode(taken);
		}
		if (part == null) {
			throw new InvalidPlanException("Row " + this.position + " of the local data has more than "
					+ (MAX_ROW_BYTES >> 20) + " MB; write it to a file or table that the server reads");
		}
		this.position += taken;
		long fitting = (long) LocalDataUploader.PART_BYTES * taken / Math.max(part.remaining(), 1);
		this.rows = (int) Math.max(Math.min(fitting, Math.min((long) taken * GROWTH, MAX_ROWS)), 1);
		return part;
	}

	private @Nullable ByteBuffer encode(int taken) {
		return this.table.encode(this.position, this.position + taken, (taken > 1) ? MAX_BYTES : MAX_ROW_BYTES);
	}

}
