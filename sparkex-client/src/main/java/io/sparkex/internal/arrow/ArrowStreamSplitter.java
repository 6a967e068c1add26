package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * Cuts an Arrow stream of the program's own between its record batches into streams that
 * each have the schema. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ArrowStreamSplitter implements Iterator<ByteBuffer> {

	/**
	 * A file is a stream between two of these, the first of them filled up to 8 bytes.
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
	 * Looks through a stream.
	 * @param bytes a stream or file of Arrow
	 * @param partBytes what a part may have unless a single batch has more
	 * @throws IllegalArgumentException if the bytes are neither
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
				throw new IllegalArgumentException("The bytes do not begin with the schema of an Arrow stream");
			}
			long rows = 0;
			int end = messages.position();
			while (messages.next()) {
				if (messages.message().headerType() != MessageHeader.RecordBatch) {
					throw new IllegalArgumentException("The Arrow stream has a message of the kind "
							+ messages.message().headerType()
							+ " beside its record batches, which Spark does not take; write it without dictionaries");
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
			// What the generated readers throw on bad offsets is of many classes.
			throw new IllegalArgumentException("The bytes are no Arrow stream, or only the beginning of one", ex);
		}
	}

	/**
	 * The count of rows in all batches.
	 * @return the count
	 */
	public long rowCount() {
		return this.extent.rows();
	}

	/**
	 * All of it as one stream, without what a file has around it.
	 * @return an Arrow stream, in an array that has nothing else
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
	 * The next part.
	 * @return an Arrow stream, in an array that has nothing else
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
	 * What a stream has.
	 *
	 * @param rows the count of rows
	 * @param end where its last message ends
	 */
	private record Extent(long rows, int end) {

	}

}
