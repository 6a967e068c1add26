package io.sparkex.internal.arrow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.CompressionType;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.UnsupportedException;

/**
 * Compression codecs of record batch buffers. The libraries are optional.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum CompressionCodec {

	LZ4_FRAME("at.yawk.lz4:lz4-java", (compressed) -> Lz4.open(compressed)),

	ZSTD("com.github.luben:zstd-jni", (compressed) -> Zstd.open(compressed));

	/**
	 * The length prefix of a buffer that is stored without compression.
	 */
	private static final long NOT_COMPRESSED = -1;

	/**
	 * The highest likely compression ratio. It limits the memory that is allocated before
	 * the data is decompressed.
	 */
	private static final int LIKELY_RATIO = 16;

	private static final int MIN_CAPACITY = 4096;

	private final String artifact;

	private final Opener opener;

	CompressionCodec(String artifact, Opener opener) {
		this.artifact = artifact;
		this.opener = opener;
	}

	static @Nullable CompressionCodec of(@Nullable BodyCompression compression) {
		if (compression == null) {
			return null;
		}
		if (compression.method() != BodyCompressionMethod.BUFFER) {
			throw new CorruptResultException(
					"The server compresses Arrow batches with the unknown method " + compression.method());
		}
		return switch (compression.codec()) {
			case CompressionType.LZ4_FRAME -> LZ4_FRAME;
			case CompressionType.ZSTD -> ZSTD;
			default -> throw new CorruptResultException(
					"The server compresses Arrow batches with the unknown codec " + compression.codec());
		};
	}

	/**
	 * Decompresses a buffer, which consists of the uncompressed length and the compressed
	 * bytes.
	 */
	ByteBuffer decode(ByteBuffer buffer) {
		if (!buffer.hasRemaining()) {
			return buffer;
		}
		if (buffer.remaining() < Long.BYTES) {
			throw new CorruptResultException("The server sent a compressed Arrow buffer without its length");
		}
		long length = buffer.getLong(0);
		ByteBuffer content = buffer.slice(Long.BYTES, buffer.limit() - Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		if (length == NOT_COMPRESSED) {
			return content;
		}
		if (length < 0 || length > Integer.MAX_VALUE - Long.BYTES) {
			throw new CorruptResultException("The server sent a compressed Arrow buffer of " + length + " bytes");
		}
		return ByteBuffer.wrap(decompress(content, (int) length)).order(ByteOrder.LITTLE_ENDIAN);
	}

	private byte[] decompress(ByteBuffer content, int length) {
		ByteArrayInputStream compressed = new ByteArrayInputStream(content.array(), content.arrayOffset(),
				content.limit());
		try (InputStream in = this.opener.open(compressed)) {
			byte[] bytes = readAll(in, length, content.limit());
			if (bytes.length != length || in.read() >= 0) {
				throw new CorruptResultException(
						"The server sent a compressed Arrow buffer whose length differs from the " + length
								+ " bytes it announced");
			}
			return bytes;
		}
		catch (IOException ex) {
			throw new CorruptResultException("The server sent a compressed Arrow buffer that cannot be read", ex);
		}
		catch (LinkageError ex) {
			throw new UnsupportedException("The server compresses Arrow batches with " + name() + "; add "
					+ this.artifact + " to the class path, or set spark.sql.execution.arrow.compression.codec to none",
					ex);
		}
	}

	/**
	 * Reads up to the announced length. Memory is allocated gradually, because the length
	 * is not trusted.
	 */
	private static byte[] readAll(InputStream in, int length, int compressedLength) throws IOException {
		long likely = Math.max(MIN_CAPACITY, (long) compressedLength * LIKELY_RATIO);
		byte[] bytes = new byte[(int) Math.min(length, likely)];
		int size = 0;
		while (true) {
			size += in.readNBytes(bytes, size, bytes.length - size);
			if (size < bytes.length || size == length) {
				return (size == length) ? bytes : Arrays.copyOf(bytes, size);
			}
			bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * bytes.length));
		}
	}

	@FunctionalInterface
	private interface Opener {

		InputStream open(InputStream compressed) throws IOException;

	}

	/**
	 * A separate class, so that the library is loaded only if it is used.
	 */
	private static final class Lz4 {

		private Lz4() {
		}

		static InputStream open(InputStream compressed) throws IOException {
			// The safe implementations do not access memory outside of their arrays,
			// regardless of the input.
			return new LZ4FrameInputStream(compressed, LZ4Factory.safeInstance().safeDecompressor(),
					XXHashFactory.safeInstance().hash32());
		}

	}

	/**
	 * A separate class, so that the library is loaded only if it is used.
	 */
	private static final class Zstd {

		private Zstd() {
		}

		static InputStream open(InputStream compressed) throws IOException {
			return new ZstdInputStreamNoFinalizer(compressed);
		}

	}

}
