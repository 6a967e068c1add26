package io.sparkex.internal.local;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidPlanException;

/**
 * Cuts a table into parts of about the same size. How many rows are in one follows from
 * the part before.
 */
final class LocalParts implements Iterator<ByteBuffer> {

	private static final int FIRST_ROWS = 1_000;

	private static final int MAX_ROWS = 1_000_000;

	/**
	 * A part takes no more than so many times the rows of the one before, whose rows may
	 * have been small by chance.
	 */
	private static final int GROWTH = 32;

	private static final long MAX_BYTES = 2L * LocalDataSender.PART_BYTES;

	/**
	 * What a single row may have: an array must hold it.
	 */
	private static final long MAX_ROW_BYTES = 1L << 30;

	private final LocalTable table;

	private int position;

	private int rows = FIRST_ROWS;

	LocalParts(LocalTable table) {
		this.table = table;
	}

	/**
	 * The count of rows in the parts that were taken.
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
		long fitting = (long) LocalDataSender.PART_BYTES * taken / Math.max(part.remaining(), 1);
		this.rows = (int) Math.max(Math.min(fitting, Math.min((long) taken * GROWTH, MAX_ROWS)), 1);
		return part;
	}

	private @Nullable ByteBuffer encode(int taken) {
		return this.table.encode(this.position, this.position + taken, (taken > 1) ? MAX_BYTES : MAX_ROW_BYTES);
	}

}
