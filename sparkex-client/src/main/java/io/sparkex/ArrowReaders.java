package io.sparkex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageChannelReader;

import io.sparkex.internal.query.QueryExecution;
import io.sparkex.internal.query.RelayedInput;

/**
 * Hands results to code that works on the vectors of Arrow's own library. It needs
 * {@code org.apache.arrow:arrow-vector} and one of its memory modules on the class path,
 * of which {@code arrow-memory-unsafe} needs no JVM flags here; for servers that are told
 * to compress results, {@code arrow-compression} as well.
 *
 * @since 0.1.0
 */
public final class ArrowReaders {

	private ArrowReaders() {
	}

	/**
	 * Runs a query and reads its rows into vectors, batch by batch. The server is held
	 * back while nobody reads.
	 * @param results the rows wanted; limits that they have are held
	 * @param allocator where the vectors get their memory, which is the caller's to close
	 * @return a reader to be closed by the caller, which stops the query if it has not
	 * been read to its end; its methods throw the exceptions of {@link Results} if the
	 * query fails
	 */
	public static ArrowReader open(Results<?> results, BufferAllocator allocator) {
		if (results instanceof DataFrame frame) {
			return open(frame.query(), allocator);
		}
		if (results instanceof MappedResults<?> mapped) {
			return open(mapped.query(), allocator);
		}
		throw new IllegalArgumentException("results must be a frame, or made of one, but are a " + results.getClass());
	}

	private static ArrowReader open(QueryExecution query, BufferAllocator allocator) {
		return open(new RelayedInput(query.executeEncoded()), allocator);
	}

	/**
	 * Reads a stream of Arrow, from wherever it comes, into vectors without JVM flags.
	 * @param stream the stream; closed with the reader
	 * @param allocator where the vectors get their memory, which is the caller's to close
	 * @return a reader to be closed by the caller
	 */
	public static ArrowReader open(InputStream stream, BufferAllocator allocator) {
		return new ArrowStreamReader(new MessageChannelReader(new CopyingChannel(stream), allocator), allocator);
	}

	/**
	 * Arrow's own reads into buffers by way of a view that Java only gives out with a
	 * flag.
	 */
	private static final class CopyingChannel extends ReadChannel {

		private static final int PIECE = 1 << 16;

		private final InputStream input;

		private final byte[] piece = new byte[PIECE];

		private long read;

		CopyingChannel(InputStream input) {
			super(Channels.newChannel(input));
			this.input = input;
		}

		@Override
		public long bytesRead() {
			return super.bytesRead() + this.read;
		}

		@Override
		public long readFully(ArrowBuf buffer, long length) throws IOException {
			long done = 0;
			while (done < length) {
				int count = this.input.read(this.piece, 0, (int) Math.min(length - done, PIECE));
				if (count < 0) {
					break;
				}
				buffer.setBytes(done, this.piece, 0, count);
				done += count;
			}
			buffer.writerIndex(done);
			this.read += done;
			return done;
		}

	}

}
