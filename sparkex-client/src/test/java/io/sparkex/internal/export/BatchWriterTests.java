package io.sparkex.internal.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.types.UnparsedType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BatchWriter}.
 */
class BatchWriterTests {

	private static final StructType IDS = new StructType().add("id", SimpleType.LONG);

	static Stream<Function<OutputStream, BatchWriter>> formats() {
		return Stream.of((out) -> BatchWriter.json(out, JsonOptions.defaults()),
				(out) -> BatchWriter.ndjson(out, JsonOptions.defaults()),
				(out) -> BatchWriter.csv(out, CsvOptions.defaults()));
	}

	private static ColumnBatch ids(long... ids) {
		return Batches.of(IDS, Arrays.stream(ids).<List<Long>>mapToObj(List::of).toList());
	}

	@Test
	void joinsBatches() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		BatchWriter writer = BatchWriter.json(out, JsonOptions.defaults());
		writer.begin(IDS);
		writer.write(ids());
		writer.write(ids(1, 2));
		writer.write(ids());
		writer.write(ids(3));
		writer.end();
		assertThat(out).hasToString("[{\"id\":1},{\"id\":2},{\"id\":3}]");
	}

	@Test
	void writesResultsWithoutRows() {
		List<String> texts = formats().map((format) -> Batches.text(ids(), format)).toList();
		assertThat(texts).containsExactly("[]", "", "id\r\n");
	}

	@Test
	void writesRowsWithoutColumnsAndDuplicateColumns() {
		ColumnBatch none = Batches.of(new StructType(), List.of(List.of(), List.of()));
		assertThat(Batches.text(none, (out) -> BatchWriter.json(out, JsonOptions.defaults()))).isEqualTo("[{},{}]");
		StructType twice = new StructType().add("x", SimpleType.LONG).add("x", SimpleType.LONG);
		assertThat(Batches.json(Batches.of(twice, List.of(List.of(1, 2))))).isEqualTo("{\"x\":1,\"x\":2}\n");
	}

	@ParameterizedTest
	@MethodSource("formats")
	void rejectsCallsOutOfOrder(Function<OutputStream, BatchWriter> format) {
		BatchWriter writer = format.apply(OutputStream.nullOutputStream());
		assertThatIllegalStateException().isThrownBy(() -> writer.write(ids()))
			.withMessageContaining("call begin first");
		assertThatIllegalStateException().isThrownBy(writer::end).withMessageContaining("call begin first");
		writer.begin(IDS);
		assertThatIllegalStateException().isThrownBy(() -> writer.begin(IDS)).withMessageContaining("already begun");
		assertThatIllegalArgumentException().isThrownBy(() -> writer.write(Batches.single(SimpleType.LONG, 1L)))
			.withMessage("The result began with the columns struct<id:bigint>, but a batch has struct<c:bigint>");
		writer.end();
		assertThatIllegalStateException().isThrownBy(writer::end).withMessageContaining("has ended");
		assertThatIllegalStateException().isThrownBy(() -> writer.write(ids())).withMessageContaining("has ended");
	}

	@ParameterizedTest
	@MethodSource("formats")
	void rejectsUnsupportedTypes(Function<OutputStream, BatchWriter> format) {
		BatchWriter writer = format.apply(OutputStream.nullOutputStream());
		StructType schema = new StructType().add("c", new UnparsedType("new"));
		assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> writer.begin(schema))
			.withMessageContaining("the type new");
	}

	@ParameterizedTest
	@MethodSource("formats")
	void writesInChunksWithoutClosingTheStream(Function<OutputStream, BatchWriter> format) {
		WatchedStream out = new WatchedStream();
		BatchWriter writer = format.apply(out);
		StructType schema = new StructType().add("c", new StringType());
		writer.begin(schema);
		writer.write(Batches.of(schema, Collections.nCopies(100, List.of("\"\n\u0001".repeat(10_000)))));
		assertThat(out.written).isGreaterThan(3_000_000);
		assertThat(out.largest).isLessThanOrEqualTo(TextOutput.CAPACITY);
		assertThat(out.flushes).isZero();
		writer.end();
		assertThat(out.flushes).isOne();
		assertThat(out.closed).isFalse();
	}

	@ParameterizedTest
	@MethodSource("formats")
	void passesOnStreamFailures(Function<OutputStream, BatchWriter> format) {
		OutputStream broken = new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				throw new IOException("Broken pipe");
			}

		};
		BatchWriter writer = format.apply(broken);
		writer.begin(IDS);
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> writer.write(ids(1)))
			.withMessageContaining("Broken pipe");
	}

	@ParameterizedTest
	@ValueSource(strings = { "41C328", "41FFFE", "E28241", "EDA0BD", "F4908080", "C0AF41", "80BF80", "41E282", "F09F98",
			"E08080", "F0808080", "C341C3", "22FF0A" })
	void replacesInvalidUtf8(String hex) {
		byte[] bytes = HexFormat.of().parseHex(hex);
		String expected = new String(bytes, StandardCharsets.UTF_8);
		ColumnBatch batch = texts(bytes);
		assertThat(ExportedValueReader.parse(Batches.json(batch)).get("c").asString()).isEqualTo(expected);
		assertThat(Batches.csv(batch, CsvOptions.defaults().withQuoteAll(true)))
			.isEqualTo("\"c\"\r\n\"" + expected.replace("\"", "\"\"") + "\"\r\n");
	}

	@Test
	void replacesInvalidUtf8AcrossChunks() {
		byte[] bytes = new byte[50_000];
		Arrays.fill(bytes, (byte) 0xFF);
		assertThat(ExportedValueReader.parse(Batches.json(texts(bytes))).get("c").asString())
			.isEqualTo("\uFFFD".repeat(bytes.length));
		assertThat(Batches.csv(texts(bytes), CsvOptions.defaults()))
			.isEqualTo("c\r\n" + "\uFFFD".repeat(bytes.length) + "\r\n");
	}

	/**
	 * Returns a string column with the given bytes, which may be invalid UTF-8.
	 */
	@SuppressWarnings("ByteBufferBackingArray")
	private static ColumnBatch texts(byte[] bytes) {
		StructType schema = new StructType().add("c", new StringType());
		String place = "~".repeat(bytes.length);
		ByteBuffer stream = Batches.encode(schema, List.of(List.of(place)));
		int at = new String(stream.array(), StandardCharsets.ISO_8859_1).indexOf(place);
		stream.put(at, bytes);
		return Batches.decode(schema, stream);
	}

	private static final class WatchedStream extends OutputStream {

		private long written;

		private int largest;

		private int flushes;

		private boolean closed;

		@Override
		public void write(int b) {
			this.written++;
		}

		@Override
		public void write(byte[] bytes, int start, int count) {
			this.written += count;
			this.largest = Math.max(this.largest, count);
		}

		@Override
		public void flush() {
			this.flushes++;
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}
