package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * Splitter of an Arrow stream of the application at record batch boundaries. Each part is
 * a stream with the schema. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ArrowStreamSplitter implements Iterator<ByteBuffer> {

	/**
	 * The magic bytes of the Arrow file format. A file is a stream between two of them;
	 * the first is padded to 8 bytes.
	 */
	private static final byte[] FILE_MARK = { 'A', 'R', 'R', 'O', 'W', '1' };

	private static final long END = 0xFFFFFFFFL;

	private final ByteBuffer stream;

	private final MessageReader messages;

	private final ByteBuffer schema;

	private final int partBytes;

	private final Extent extent;

	private int start;

	private boolean more;

	/**
	 * Creates a splitter and validates the stream.
	 * @param bytes an Arrow stream or file
	 * @param partBytes the maximum size of a part in bytes, unless a single batch is
	 * larger
	 * @throws IllegalArgumentException if the bytes are neither a stream nor a file
	 */
	public ArrowStreamSplitter(byte[] bytes, int partBytes) {
		boolean file = bytes.length >= Long.BYTES
				&& Arrays.equals(bytes, 0, FILE_MARK.length, FILE_MARK, 0, FILE_MARK.length);
		ByteBuffer whole = ByteBuffer.wrap(bytes);
		this.stream = file ? whole.slice(Long.BYTES, bytes.length - Long.BYTES) : whole;
		this.partBytes = partBytes;
		this.extent = extent(this.stream);
		this.messages = new MessageReader(this.stream);
		this.messages.next();
		this.start = this.messages.position();
		this.schema = this.stream.slice(0, this.start);
		this.more = this.messages.next();
	}

	private static Extent extent(ByteBuffer stream) {
		try {
			MessageReader messages = new MessageReader(stream);
			if (!messages.next() || messages.message().headerType() != MessageHeader.Schema) {
				throw new IllegalArgumentException("The bytes do not start with the schema of an Arrow stream");
			}
			long rows = 0;
			int end = messages.position();
			while (messages.next()) {
				if (messages.message().headerType() != MessageHeader.RecordBatch) {
					throw new IllegalArgumentException("The Arrow stream has a message of the type "
							+ messages.message().headerType()
							+ " besides its record batches, which Spark does not accept; write it without dictionary encoding");
				}
				rows += ((RecordBatch) messages.message().header(new RecordBatch())).length();
				end = messages.position();
			}
			return new Extent(rows, end);
		}
		catch (IllegalArgumentException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// The generated flatbuffer classes throw various exceptions for invalid
			// offsets.
			throw new IllegalArgumentException("The bytes are not an Arrow stream, or the stream is truncated", ex);
		}
	}

	/**
	 * Returns the number of rows in all batches.
	 * @return the number of rows
	 */
	public long rowCount() {
		return this.extent.rows();
	}

	/**
	 * Returns all batches as one stream, without the header and footer of a file.
	 * @return an Arrow stream, in an array of exactly its size
	 */
	public ByteBuffer whole() {
		return ended(this.stream.slice(0, this.extent.end()));
	}

	private static ByteBuffer ended(ByteBuffer... messages) {
		int size = Long.BYTES;
		for (ByteBuffer part : messages) {
			size += part.remaining();
		}
		ByteBuffer ended = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
		for (ByteBuffer part : messages) {
			ended.put(part);
		}
		return ended.putLong(END).flip();
	}

	@Override
	public boolean hasNext() {
		return this.more;
	}

	/**
	 * Returns the next part.
	 * @return an Arrow stream, in an array of exactly its size
	 */
	@Override
	public ByteBuffer next() {
		if (!this.more) {
			throw new NoSuchElementException();
		}
		int end = this.messages.position();
		this.more = this.messages.next();
		while (this.more && this.messages.position() - this.start <= this.partBytes) {
			end = this.messages.position();
			this.more = this.messages.next();
		}
		ByteBuffer part = ended(this.schema.duplicate(), this.stream.slice(this.start, end - this.start));
		this.start = end;
		return part;
	}

	/**
	 * Content of a stream.
	 *
	 * @param rows the number of rows
	 * @param end the end of the last message
	 */
	private record Extent(long rows, int end) {

	}

}
