package io.sparkex.internal.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import com.google.protobuf.UnsafeByteOperations;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.internal.proto.AddArtifactsRequest;
import io.sparkex.internal.proto.AddArtifactsRequest.ArtifactChunk;
import io.sparkex.internal.proto.AddArtifactsRequest.Batch;
import io.sparkex.internal.proto.AddArtifactsRequest.BeginChunkedArtifact;
import io.sparkex.internal.proto.AddArtifactsRequest.SingleChunkArtifact;

/**
 * Writer of artifacts as requests: large artifacts in chunks, small ones in batches.
 * Buffers at most one request.
 */
final class ArtifactWriter {

	/**
	 * The size that gRPC recommends for the messages of a stream.
	 */
	static final int CHUNK_SIZE = 32 * 1024;

	private final AddArtifactsRequest template;

	private final Consumer<AddArtifactsRequest> requests;

	private final Batch.Builder batch = Batch.newBuilder();

	private int batchSize;

	/**
	 * Creates a writer.
	 * @param template the fields that all requests share
	 * @param requests receives the requests in order, and may block
	 */
	ArtifactWriter(AddArtifactsRequest template, Consumer<AddArtifactsRequest> requests) {
		this.template = template;
		this.requests = requests;
	}

	/**
	 * Writes an artifact, or keeps it for the next batch.
	 * @throws UncheckedIOException if the artifact cannot be read completely or its size
	 * has changed
	 */
	void write(Artifact artifact) {
		try {
			long size = artifact.content().size();
			try (InputStream in = artifact.content().open()) {
				write(artifact.name(), size, in);
				if (in.read() >= 0) {
					throw new IOException("The file grew while it was sent");
				}
			}
		}
		catch (ClosedByInterruptException ex) {
			throw new OperationCancelledException("The thread was interrupted while it read " + artifact.content(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + artifact.content() + " to send it as " + artifact.name(),
					ex);
		}
	}

	private void write(String name, long size, InputStream in) throws IOException {
		if (size <= CHUNK_SIZE) {
			addToBatch(name, chunk(in, size));
			return;
		}
		flush();
		// The server would wait forever for the rest of an artifact that starts as
		// chunked and ends with its first chunk.
		this.requests.accept(this.template.toBuilder()
			.setBeginChunk(BeginChunkedArtifact.newBuilder()
				.setName(name)
				.setTotalBytes(size)
				.setNumChunks((size + CHUNK_SIZE - 1) / CHUNK_SIZE)
				.setInitialChunk(chunk(in, size)))
			.build());
		for (long left = size - CHUNK_SIZE; left > 0; left -= CHUNK_SIZE) {
			this.requests.accept(this.template.toBuilder().setChunk(chunk(in, left)).build());
		}
	}

	private static ArtifactChunk chunk(InputStream in, long left) throws IOException {
		byte[] bytes = new byte[(int) Math.min(left, CHUNK_SIZE)];
		if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
			throw new EOFException("The file shrank while it was sent");
		}
		CRC32 crc = new CRC32();
		crc.update(bytes);
		return ArtifactChunk.newBuilder()
			.setData(UnsafeByteOperations.unsafeWrap(bytes))
			.setCrc(crc.getValue())
			.build();
	}

	private void addToBatch(String name, ArtifactChunk data) {
		// Many artifacts may be empty except for their name.
		int size = name.length() + data.getData().size();
		if (this.batchSize + size > CHUNK_SIZE) {
			flush();
		}
		this.batch.addArtifacts(SingleChunkArtifact.newBuilder().setName(name).setData(data));
		this.batchSize += size;
	}

	/**
	 * Writes the pending batch.
	 */
	void flush() {
		if (this.batch.getArtifactsCount() > 0) {
			this.requests.accept(this.template.toBuilder().setBatch(this.batch.build()).build());
			this.batch.clear();
			this.batchSize = 0;
		}
	}

}
