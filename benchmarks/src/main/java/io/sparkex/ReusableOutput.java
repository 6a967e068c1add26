package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.internal.arrow.ArrowStreamDecoder;
import io.sparkex.types.StructType;

/**
 * A reusable memory buffer for exports. Only the first run has to allocate it, and it can
 * be read after the clock was stopped.
 */
final class ReusableOutput extends ByteArrayOutputStream {

	/**
	 * Adds the number of lines to a tally as rows.
	 * @param headers the number of header lines
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
	 * Adds every cell of an Arrow stream to a tally.
	 */
	void tallyArrow(StructType schema, Tally tally) {
		ByteBuffer stream = ByteBuffer.wrap(this.buf, 0, this.count);
		for (ColumnBatch batch : new ArrowStreamDecoder(schema, Row::new).decode(stream)) {
			OurClient.readBatch(batch, tally);
		}
	}

}
