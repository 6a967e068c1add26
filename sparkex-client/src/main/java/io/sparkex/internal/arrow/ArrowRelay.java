package io.sparkex.internal.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;

/**
 * Writes the Arrow streams that a result arrives in as a single one, without decoding any
 * data. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ArrowRelay {

	private static final byte[] END = { -1, -1, -1, -1, 0, 0, 0, 0 };

	private final OutputStream out;

	private @Nullable ByteBuffer schema;

	/**
	 * A relay.
	 * @param out where to write; never closed
	 */
	public ArrowRelay(OutputStream out) {
		this.out = out;
	}

	/**
	 * Writes what a stream has beside the schema, which all of a result share.
	 * @param stream the bytes, in an accessible array
	 * @return the count of rows
	 * @throws CorruptResultException if they are no Arrow stream, or one of another
	 * schema
	 * @throws UncheckedIOException if they cannot be written
	 */
	public long write(ByteBuffer stream) {
		long rows = 0;
		ByteBuffer source = stream.slice();
		MessageReader messages = new MessageReader(source);
		int start = 0;
		while (nextOf(messages)) {
			ByteBuffer message = source.slice(start, messages.position() - start);
			start = messages.position();
			if (messages.message().headerType() != MessageHeader.Schema) {
				rows += rows(messages.message());
				put(message);
			}
			else if (this.schema == null) {
				// A copy, which does not keep the whole batch.
				this.schema = ByteBuffer.allocate(message.remaining()).put(message.duplicate()).flip();
				put(message);
			}
			else if (!this.schema.equals(message)) {
				throw new CorruptResultException("The server changed the Arrow schema in the midst of a result");
			}
		}
		return rows;
	}

	private static long rows(Message message) {
		RecordBatch batch = (message.headerType() == MessageHeader.RecordBatch)
				? (RecordBatch) message.header(new RecordBatch()) : null;
		return (batch != null) ? batch.length() : 0;
	}

	private boolean nextOf(MessageReader messages) {
		try {
			boolean found = messages.next();
			if (found && this.schema == null && messages.message().headerType() != MessageHeader.Schema) {
				throw new CorruptResultException("The server sent an Arrow record batch without a schema");
			}
			return found;
		}
		catch (CorruptResultException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// What the generated readers throw on bad offsets is of many classes.
			throw new CorruptResultException("The server sent an Arrow stream that cannot be read", ex);
		}
	}

	/**
	 * Marks the end of the stream and flushes.
	 * @throws UncheckedIOException if that cannot be written
	 */
	public void end() {
		put(ByteBuffer.wrap(END));
		try {
			this.out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Arrow stream cannot be written", ex);
		}
	}

	private void put(ByteBuffer bytes) {
		try {
			this.out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Arrow stream cannot be written", ex);
		}
	}

}
