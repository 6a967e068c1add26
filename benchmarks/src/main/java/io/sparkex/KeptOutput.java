package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.internal.arrow.ArrowStreamDecoder;
import io.sparkex.types.StructType;

/**
 * Where exports go: memory that is used again and again, so that only the first run has
 * to get it, and that can be looked at once the clock was stopped.
 */
final class KeptOutput extends ByteArrayOutputStream {

	/**
	 * The count of lines, as the rows of a tally.
	 * @param headers how many of them are no rows
	 */
	void tallyLines(int headers, Tally tally) {
		long lines = -headers;
		for (int i = 0; i < this.count; i++) {
			if (this.buf[i] == '\n') {
				lines++;
			}
		}
		tally.addRows(lines);
	}

	/**
	 * Every cell of an Arrow stream.
	 */
	void tallyArrow(StructType schema, Tally tally) {
		ByteBuffer stream = ByteBuffer.wrap(this.buf, 0, this.count);
		for (ColumnBatch batch : new ArrowStreamDecoder(schema, Row::new).decode(stream)) {
			OurClient.readBatch(batch, tally);
		}
	}

}
