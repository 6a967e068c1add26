package io.sparkex.internal.arrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.sun.management.ThreadMXBean;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.arrow.flatbuf.CompressionType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.export.CsvOptions;
import io.sparkex.internal.arrow.ArrowTestStream.Content;
import io.sparkex.internal.export.BatchWriter;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.MapType;
import io.sparkex.types.StructType;
import io.sparkex.values.StructValue;
import io.sparkex.values.Variant;

import static io.sparkex.internal.arrow.ArrowTestStream.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Tests that reading corrupt streams ends quickly, uses little memory, and results in
 * values or in an exception of this client.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CorruptStreamTests {

	private static final int ROUNDS = 7_000;

	private static final byte[] NONE = new byte[0];

	/**
	 * The streams have a few kilobytes.
	 */
	private static final long MOST_ALLOCATED = 64 << 20;

	private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	static List<RecordedStream> streams() {
		List<RecordedStream> streams = new ArrayList<>();
		streams.add(RecordedStream.of("all-types"));
		streams.add(RecordedStream.of("nested-types"));
		streams.add(RecordedStream.of("newer-types"));
		RandomRows random = new RandomRows(4711);
		StructType scalars = new StructType();
		for (DataType type : RandomRows.scalars()) {
			scalars = scalars.add("c" + scalars.size(), type);
		}
		streams.add(encoded("every type", scalars, random.rows(scalars, 5)));
		StructType nested = random.schema(6, 4);
		streams.add(encoded("deeply nested", nested, random.rows(nested, 6)));
		streams.add(withoutBytes());
		streams.add(dictionary("dictionary", new ArrowTestStream()));
		streams.add(dictionary("lz4",
				new ArrowTestStream().compressed(CompressionType.LZ4_FRAME, (bytes) -> compressed(bytes, true))));
		streams.add(dictionary("zstd",
				new ArrowTestStream().compressed(CompressionType.ZSTD, (bytes) -> compressed(bytes, false))));
		return streams;
	}

	/**
	 * Returns a stream with elements that have no bytes, of which any number could be
	 * claimed.
	 */
	private static RecordedStream withoutBytes() {
		StructType nothing = new StructType().add("n", DataTypes.NullType);
		StructType schema = new StructType().add("a", new ArrayType(DataTypes.NullType))
			.add("s", new ArrayType(new StructType()))
			.add("m", new MapType(DataTypes.IntegerType, nothing));
		List<@Nullable Object> none = Arrays.asList(null, null, null);
		return encoded("without bytes", schema, List.of(Arrays.asList(none, List.of(List.of(), List.of()),
				Map.of(1, Arrays.asList((Object) null), 2, Arrays.asList((Object) null)))));
	}

	private static RecordedStream encoded(String name, StructType schema, List<?> rows) {
		ByteBuffer stream = new ArrowStreamEncoder(schema, Long.MAX_VALUE).encode(rows, 0, rows.size());
		return new RecordedStream(name, schema, Objects.requireNonNull(stream).array());
	}

	private static RecordedStream dictionary(String name, ArrowTestStream stream) {
		return new RecordedStream(name, new StructType().add("c", new ArrayType(DataTypes.StringType)),
				stream.schema(ArrowTestField.largeList(ArrowTestField.utf8().in(7, 8, true)))
					.dictionary(7, false, new Content().texts(4, "hello", "x".repeat(1_000)))
					.dictionary(7, true, new Content().texts(4, "world"))
					.batch(new Content().node(2, 1, numbers(1, 0b01), numbers(8, 0, 3, 3))
						.node(3, 0, NONE, numbers(1, 1, 0, 2)))
					.bytes());
	}

	private static byte[] compressed(byte[] bytes, boolean lz4) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (bytes.length > 0) {
			out.writeBytes(numbers(8, bytes.length));
			try (OutputStream target = lz4 ? new LZ4FrameOutputStream(out) : new ZstdOutputStreamNoFinalizer(out)) {
				target.write(bytes);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return out.toByteArray();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("streams")
	void readsIntactStreams(RecordedStream stream) {
		assertThat(readAll(stream.schema(), stream.bytes())).isPositive();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("streams")
	void readsValuesOrThrowsClientException(RecordedStream stream) {
		int rejected = 0;
		for (int seed = 0; seed < ROUNDS; seed++) {
			byte[] corrupt = new StreamCorruptor(seed).corrupt(stream.bytes());
			rejected += survives(stream, seed, () -> readAll(stream.schema(), corrupt)) ? 0 : 1;
		}
		assertThat(rejected).as("streams that were rejected").isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("streams")
	void exportsValuesOrThrowsClientException(RecordedStream stream) {
		for (int seed = 0; seed < ROUNDS / 5; seed++) {
			byte[] corrupt = new StreamCorruptor(-1 - seed).corrupt(stream.bytes());
			survives(stream, -1 - seed, () -> export(stream.schema(), corrupt));
		}
	}

	private static void export(StructType schema, byte[] stream) {
		BatchWriter writer = BatchWriter.csv(OutputStream.nullOutputStream(), CsvOptions.defaults());
		writer.begin(schema);
		new ArrowStreamDecoder(schema, CorruptStreamTests::struct).decode(ByteBuffer.wrap(stream))
			.forEach(writer::write);
		writer.end();
	}

	/**
	 * Runs the given code. Failing is a valid result, but memory and time are limited.
	 * @return {@code true} if the stream could be read
	 */
	private static boolean survives(RecordedStream stream, int seed, Runnable reading) {
		String description = stream + " corrupt with the seed " + seed;
		long allocated = THREADS.getCurrentThreadAllocatedBytes();
		long start = System.nanoTime();
		boolean read = true;
		try {
			reading.run();
		}
		catch (CorruptResultException | UnsupportedException ex) {
			assertThat(ex).as(description).hasMessageStartingWith("The ");
			read = false;
		}
		catch (RuntimeException | Error ex) {
			fail(description, ex);
		}
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).as("bytes for %s", description)
			.isLessThan(MOST_ALLOCATED);
		assertThat(System.nanoTime() - start).as("nanoseconds for %s", description).isLessThan(MOST_NANOS);
		return read;
	}

	/**
	 * Reads each cell, attached and detached.
	 * @return the number of values
	 */
	private static long readAll(StructType schema, byte[] stream) {
		long count = 0;
		long most = (long) Byte.SIZE * Math.max(stream.length, 1 << 16);
		for (ColumnBatch batch : new ArrowStreamDecoder(schema, CorruptStreamTests::struct)
			.decode(ByteBuffer.wrap(stream))) {
			assertThat((long) batch.rowCount()).as("rows").isLessThanOrEqualTo(most);
			for (int row = 0; row < batch.rowCount(); row++) {
				ColumnBatch detached = batch.detached(row);
				for (int column = 0; column < schema.size(); column++) {
					long values = read(batch.column(column).get(row), most);
					assertThat(read(detached.column(column).get(0), most)).isEqualTo(values);
					count += values;
				}
			}
		}
		return count;
	}

	private record Fields(StructType schema, List<@Nullable Object> values) implements StructValue {

		@Override
		public @Nullable Object get(int index) {
			return this.values.get(index);
		}

	}

	private static StructValue struct(ColumnBatch fields, int row) {
		@Nullable Object[] values = fields.columns().stream().map((column) -> column.get(row)).toArray();
		return new Fields(fields.schema(), Arrays.asList(values));
	}

	private static long read(@Nullable Object value, long most) {
		long count = 1;
		if (value instanceof List<?> list) {
			assertThat((long) list.size()).as("elements").isLessThanOrEqualTo(most);
			for (Object element : list) {
				count += read(element, most);
			}
		}
		else if (value instanceof Map<?, ?> map) {
			assertThat((long) map.size()).as("entries").isLessThanOrEqualTo(most);
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				count += read(entry.getKey(), most) + read(entry.getValue(), most);
			}
		}
		else if (value instanceof Fields fields) {
			for (Object field : fields.values()) {
				count += read(field, most);
			}
		}
		else if (value instanceof Variant variant) {
			assertThat(variant.toJson()).isNotEmpty();
		}
		return count;
	}

}
