package io.sparkex.internal.arrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.google.flatbuffers.Table;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Message;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.internal.arrow.ArrowTestStream.Content;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.internal.arrow.ArrowTestStream.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for Arrow encodings that Spark does not use by default: large offsets,
 * dictionaries and compressed buffers.
 */
class ArrowEncodingsTests {

	private static final byte[] NONE = new byte[0];

	private static List<@Nullable Object> read(DataType type, byte[] stream) {
		ArrowStreamDecoder decoder = new ArrowStreamDecoder(new StructType().add("c", type), (fields, row) -> {
			throw new IllegalStateException("no structs here");
		});
		List<@Nullable Object> values = new ArrayList<>();
		for (ColumnBatch batch : decoder.decode(ByteBuffer.wrap(stream))) {
			for (int row = 0; row < batch.rowCount(); row++) {
				values.add(batch.column(0).get(row));
				assertThat(batch.detached(row).column(0).get(0)).isEqualTo(batch.column(0).get(row));
			}
		}
		return values;
	}

	private static void assertCorrupt(DataType type, ArrowTestStream stream, String message) {
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> read(type, stream.bytes()))
			.withMessageContaining(message);
	}

	@Test
	void readsListsWithLargeOffsets() {
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.largeList(ArrowTestField.largeUtf8()))
			.batch(new Content().node(3, 1, numbers(1, 0b101), numbers(8, 0, 2, 2, 3)).texts(8, "a", "bc", "d"))
			.bytes();
		assertThat(read(new ArrayType(DataTypes.StringType), stream)).containsExactly(List.of("a", "bc"), null,
				List.of("d"));
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 4, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE })
	void rejectsOffsetsOutOfRange(long offset) {
		assertCorrupt(new ArrayType(DataTypes.StringType),
				new ArrowTestStream().schema(ArrowTestField.largeList(ArrowTestField.utf8()))
					.batch(new Content().node(1, 0, NONE, numbers(8, 0, offset)).texts(4, "a", "bc", "d")),
				"the offset " + offset);
	}

	@Test
	void rejectsUnverifiableNullCounts() {
		assertCorrupt(new ArrayType(DataTypes.NullType),
				new ArrowTestStream().schema(ArrowTestField.list(ArrowTestField.nulls()))
					.batch(new Content().node(1, 0, NONE, numbers(4, 0, 1_000)).node(2_000_000_000, 0)),
				"2000000000 nulls");
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.list(ArrowTestField.nulls()))
			.batch(new Content().node(1, 0, NONE, numbers(4, 0, 2)).node(2, 0))
			.bytes();
		assertThat(read(new ArrayType(DataTypes.NullType), stream)).containsExactly(Arrays.asList(null, null));
	}

	@Test
	void rejectsFieldsOfDifferentLengths() {
		DataType type = new StructType().add("f", DataTypes.IntegerType);
		assertCorrupt(type, new ArrowTestStream().schema(ArrowTestField.struct(ArrowTestField.int32()))
			.batch(new Content().node(2, 0, NONE).node(1, 0, NONE, numbers(4, 1))), "a column of 1 rows");
	}

	@Test
	void rejectsBigEndianData() {
		byte[] stream = new ArrowTestStream().schema(Endianness.Big, ArrowTestField.int32())
			.batch(new Content().node(1, 0, NONE, numbers(4, 1)))
			.bytes();
		assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> read(DataTypes.IntegerType, stream))
			.withMessageContaining("big-endian");
	}

	static Stream<Arguments> indexes() {
		return Stream.of(Arguments.of(8, true), Arguments.of(8, false), Arguments.of(16, true), Arguments.of(16, false),
				Arguments.of(32, true), Arguments.of(32, false), Arguments.of(64, true), Arguments.of(64, false));
	}

	@ParameterizedTest
	@MethodSource("indexes")
	void readsDictionaries(int bits, boolean signed) {
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.utf8().in(7, bits, signed))
			.dictionary(7, false, new Content().texts(4, "zero", "one"))
			.batch(new Content().node(4, 1, numbers(1, 0b1101), numbers(bits / 8, 1, 99, 0, 1)))
			.bytes();
		assertThat(read(DataTypes.StringType, stream)).containsExactly("one", null, "zero", "one");
	}

	@Test
	void readsUnsignedIndices() {
		String[] texts = Stream.iterate(0, (i) -> i + 1).limit(256).map(String::valueOf).toArray(String[]::new);
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.utf8().in(7, 8, false))
			.dictionary(7, false, new Content().texts(4, texts))
			.batch(new Content().node(2, 0, NONE, numbers(1, 255, 127)))
			.bytes();
		assertThat(read(DataTypes.StringType, stream)).containsExactly("255", "127");
	}

	@Test
	void appendsDictionaryDeltasAndReplacesDictionaries() {
		byte[] indexes = numbers(1, 0, 1);
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.utf8().in(7, 8, true))
			.dictionary(8, false, new Content().texts(4, "another", "dictionary"))
			.dictionary(7, false, new Content().texts(4, "a"))
			.dictionary(7, true, new Content().texts(4, "b"))
			.batch(new Content().node(2, 0, NONE, indexes))
			.dictionary(7, true, new Content().texts(4, "c", "d"))
			.batch(new Content().node(2, 0, NONE, numbers(1, 2, 3)))
			.dictionary(7, false, new Content().texts(4, "x", "y"))
			.batch(new Content().node(2, 0, NONE, indexes))
			.bytes();
		assertThat(read(DataTypes.StringType, stream)).containsExactly("a", "b", "c", "d", "x", "y");
	}

	@Test
	void readsDictionariesInListsAndOfLists() {
		byte[] below = new ArrowTestStream().schema(ArrowTestField.list(ArrowTestField.utf8().in(7, 8, true)))
			.dictionary(7, false, new Content().texts(4, "a", "b"))
			.batch(new Content().node(1, 0, NONE, numbers(4, 0, 3)).node(3, 0, NONE, numbers(1, 1, 0, 1)))
			.bytes();
		assertThat(read(new ArrayType(DataTypes.StringType), below)).containsExactly(List.of("b", "a", "b"));
		byte[] above = new ArrowTestStream().schema(ArrowTestField.list(ArrowTestField.utf8()).in(7, 8, true))
			.dictionary(7, false, new Content().node(2, 1, numbers(1, 0b01), numbers(4, 0, 2, 2)).texts(4, "a", "b"))
			.batch(new Content().node(3, 0, NONE, numbers(1, 1, 0, 0)))
			.bytes();
		assertThat(read(new ArrayType(DataTypes.StringType), above)).containsExactly(null, List.of("a", "b"),
				List.of("a", "b"));
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 2, Long.MAX_VALUE, Long.MIN_VALUE })
	void rejectsIndicesOutOfRange(long index) {
		assertCorrupt(DataTypes.StringType,
				new ArrowTestStream().schema(ArrowTestField.utf8().in(7, 64, true))
					.dictionary(7, false, new Content().texts(4, "a"))
					.dictionary(7, true, new Content().texts(4, "b"))
					.batch(new Content().node(1, 0, NONE, numbers(8, index))),
				"the value " + index + " of a dictionary that has 2");
	}

	@Test
	void rejectsMissingDictionaries() {
		assertCorrupt(DataTypes.StringType, new ArrowTestStream().schema(ArrowTestField.utf8().in(7, 8, true))
			.batch(new Content().node(1, 0, NONE, numbers(1, 0))), "a dictionary that has 0");
		assertCorrupt(DataTypes.StringType, new ArrowTestStream().schema(ArrowTestField.utf8().in(7, 24, true))
			.batch(new Content().node(1, 0, NONE, numbers(3, 0))), "indexes of 8 to 64 bits");
	}

	private interface Compression {

		OutputStream open(OutputStream out) throws IOException;

	}

	static Stream<Arguments> codecs() {
		Compression lz4 = LZ4FrameOutputStream::new;
		Compression zstd = ZstdOutputStreamNoFinalizer::new;
		return Stream.of(Arguments.of("lz4", CompressionType.LZ4_FRAME, compressor(lz4)),
				Arguments.of("zstd", CompressionType.ZSTD, compressor(zstd)));
	}

	private static UnaryOperator<byte[]> compressor(Compression compression) {
		return (bytes) -> {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			if (bytes.length > 0) {
				out.writeBytes(numbers(8, bytes.length));
				try (OutputStream compressed = compression.open(out)) {
					compressed.write(bytes);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
			return out.toByteArray();
		};
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("codecs")
	void readsCompressedBuffers(String name, byte codec, UnaryOperator<byte[]> compressor) {
		String million = "x".repeat(1_000_000);
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.utf8())
			.compressed(codec, compressor)
			.batch(new Content().texts(4, "a", million, ""))
			.bytes();
		assertThat(stream).hasSizeLessThan(100_000);
		assertThat(read(DataTypes.StringType, stream)).containsExactly("a", million, "");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("codecs")
	void readsUncompressedBuffersOfCompressedBatches(String name, byte codec, UnaryOperator<byte[]> compressor) {
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.int32()).compressed(codec, (bytes) -> {
			ByteBuffer plain = ByteBuffer.allocate(8 + bytes.length).put(numbers(8, -1)).put(bytes);
			return (bytes.length == 0) ? bytes : plain.array();
		}).batch(new Content().node(2, 0, NONE, numbers(4, 1, 2))).bytes();
		assertThat(read(DataTypes.IntegerType, stream)).containsExactly(1, 2);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("codecs")
	void rejectsCompressedBuffersOfWrongLength(String name, byte codec, UnaryOperator<byte[]> compressor) {
		for (long length : new long[] { -2, 0, 7, 9, Integer.MAX_VALUE - 8L, Integer.MAX_VALUE, Long.MAX_VALUE }) {
			ArrowTestStream stream = new ArrowTestStream().schema(ArrowTestField.int32()).compressed(codec, (bytes) -> {
				byte[] compressed = compressor.apply(bytes);
				System.arraycopy(numbers(8, length), 0, compressed, 0, Math.min(8, compressed.length));
				return compressed;
			}).batch(new Content().node(2, 0, NONE, numbers(4, 1, 2)));
			assertCorrupt(DataTypes.IntegerType, stream, "compressed Arrow buffer");
		}
		assertCorrupt(DataTypes.IntegerType,
				new ArrowTestStream().schema(ArrowTestField.int32())
					.compressed(codec, (bytes) -> new byte[Math.min(bytes.length, 7)])
					.batch(new Content().node(2, 0, NONE, numbers(4, 1, 2))),
				"without its length");
	}

	@Test
	void rejectsUnknownCodecs() {
		assertCorrupt(DataTypes.IntegerType,
				new ArrowTestStream().schema(ArrowTestField.int32())
					.compressed((byte) 9, (bytes) -> bytes)
					.batch(new Content().node(1, 0, NONE, numbers(4, 1))),
				"unknown codec 9");
	}

	/**
	 * Function that runs in a class loader without the compression libraries.
	 */
	static final class Decoding implements Function<byte[], String> {

		@Override
		public String apply(byte[] stream) {
			try {
				return read(DataTypes.StringType, stream).toString();
			}
			catch (UnsupportedException ex) {
				return String.valueOf(ex.getMessage());
			}
		}

	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("codecs")
	void reportsMissingLibraries(String name, byte codec, UnaryOperator<byte[]> compressor) throws Exception {
		byte[] plain = new ArrowTestStream().schema(ArrowTestField.utf8()).batch(new Content().texts(4, "a")).bytes();
		byte[] compressed = new ArrowTestStream().schema(ArrowTestField.utf8())
			.compressed(codec, compressor)
			.batch(new Content().texts(4, "a"))
			.bytes();
		URL[] classPath = Stream
			.of(ArrowStreamDecoder.class, Decoding.class, Message.class, Table.class, Nullable.class, Assertions.class)
			.map((type) -> type.getProtectionDomain().getCodeSource().getLocation())
			.toArray(URL[]::new);
		try (URLClassLoader without = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
			Constructor<?> constructor = without.loadClass(Decoding.class.getName()).getDeclaredConstructor();
			constructor.setAccessible(true);
			@SuppressWarnings("unchecked")
			Function<byte[], String> decoding = (Function<byte[], String>) constructor.newInstance();
			assertThat(decoding.apply(plain)).isEqualTo("[a]");
			assertThat(decoding.apply(compressed)).contains("add ", ":" + name + "-j", "to the class path",
					"spark.sql.execution.arrow.compression.codec");
		}
	}

}
