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
 * Readers that pass results to code that uses the vectors of the Apache Arrow Java
 * library.
 * <p>
 * Requires {@code org.apache.arrow:arrow-vector} and one of its memory modules on the
 * class path; {@code arrow-memory-unsafe} requires no JVM flags here. Servers that
 * compress results also require {@code arrow-compression}.
 *
 * @since 0.1.0
 */
public final class ArrowReaders {

	private ArrowReaders() {
	}

	/**
	 * Runs a query and reads its rows into vectors, batch by batch. Backpressure pauses
	 * the server while the reader is not read.
	 * @param results the results to read; their limits apply
	 * @param allocator the allocator of the vectors; the caller must close it
	 * @return a reader that the caller must close, which stops the query unless it is
	 * exhausted; its methods throw the exceptions of {@link Results} if the query fails
	 * @throws IllegalArgumentException if the results were not created by a DataFrame
	 */
	public static ArrowReader open(Results<?> results, BufferAllocator allocator) {
		if (results instanceof DataFrame df) {
			return open(df.query(), allocator);
		}
		if (results instanceof MappedResults<?> mapped) {
			return open(mapped.query(), allocator);
		}
		throw new IllegalArgumentException("results must come from a DataFrame but are a " + results.getClass());
	}

	private static ArrowReader open(QueryExecution query, BufferAllocator allocator) {
		return open(new RelayedInput(query.executeEncoded()), allocator);
	}

	/**
	 * Reads an Arrow IPC stream from any source into vectors, without JVM flags.
	 * @param stream the stream, which is closed with the reader
	 * @param allocator the allocator of the vectors; the caller must close it
	 * @return a reader that the caller must close
	 */
	public static ArrowReader open(InputStream stream, BufferAllocator allocator) {
		return new ArrowStreamReader(new MessageChannelReader(new CopyingChannel(stream), allocator), allocator);
	}

	/**
	 * A channel that copies into Arrow buffers through a byte array. Arrow's own channel
	 * uses a direct buffer view, which requires a JVM flag.
	 */
	private static final class CopyingChannel extends ReadChannel {

		private static final int CHUNK_SIZE = 1 << 16;

		private final InputStream input;

		private final byte[] chunk = new byte[CHUNK_SIZE];

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
				int count = this.input.read(this.chunk, 0, (int) Math.min(length - done, CHUNK_SIZE));
				if (count < 0) {
					break;
				}
				buffer.setBytes(done, this.chunk, 0, count);
				done += count;
			}
			buffer.writerIndex(done);
			this.read += done;
			return done;
		}

	}

}
