package io.sparkex.internal.arrow;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ArrowStreamSplitter} and {@link ArrowStreamConcatenator}.
 */
class ArrowStreamSplitterTests {

	private static final StructType SCHEMA = new StructType().add("a", DataTypes.LongType);

	private static ByteBuffer batch(int start, int end) {
		return Objects.requireNonNull(
				new ArrowStreamEncoder(SCHEMA, Long.MAX_VALUE).encode(start, end, (row, column) -> (long) row));
	}

	private static byte[] stream(int batches) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ArrowStreamConcatenator relay = new ArrowStreamConcatenator(out);
		for (int i = 0; i < batches; i++) {
			assertThat(relay.write(batch(100 * i, 100 * i + 100))).isEqualTo(100);
		}
		relay.end();
		return out.toByteArray();
	}

	private static List<Long> values(ByteBuffer stream) {
		List<Long> values = new ArrayList<>();
		for (ColumnBatch batch : new ArrowStreamDecoder(SCHEMA, (given, row) -> {
			throw new AssertionError();
		}).decode(stream)) {
			for (int row = 0; row < batch.rowCount(); row++) {
				values.add(batch.column(0).getLong(row));
			}
		}
		return values;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 800, 2_000, 1_000_000 })
	@SuppressWarnings("ByteBufferBackingArray")
	void splitsBetweenBatches(int partBytes) {
		byte[] stream = stream(10);
		ArrowStreamSplitter splitter = new ArrowStreamSplitter(stream, partBytes);
		assertThat(splitter.rowCount()).isEqualTo(1_000);
		List<Long> values = new ArrayList<>();
		int parts = 0;
		while (splitter.hasNext()) {
			ByteBuffer part = splitter.next();
			assertThat(part.array()).hasSize(part.remaining());
			values.addAll(values(part));
			parts++;
		}
		assertThat(values).isEqualTo(values(ByteBuffer.wrap(stream))).hasSize(1_000).isSorted();
		assertThat(parts).isEqualTo((partBytes < 2_000) ? 10 : (partBytes == 2_000) ? 5 : 1);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(splitter::next);
	}

	@Test
	void readsFiles() {
		byte[] stream = stream(3);
		ByteBuffer file = ByteBuffer.allocate(stream.length + 100);
		file.put("ARROW1\0\0".getBytes(StandardCharsets.US_ASCII)).put(stream);
		file.position(file.limit() - 6).put("ARROW1".getBytes(StandardCharsets.US_ASCII));
		ArrowStreamSplitter splitter = new ArrowStreamSplitter(file.array(), 1_000_000);
		assertThat(splitter.rowCount()).isEqualTo(300);
		assertThat(values(splitter.whole())).hasSize(300);
		assertThat(values(splitter.next())).hasSize(300);
	}

	@Test
	void hasNoPartsWithoutBatches() {
		ArrowStreamSplitter splitter = new ArrowStreamSplitter(new ArrowTestStream().schema().bytes(), 100);
		assertThat(splitter.hasNext()).isFalse();
		assertThat(splitter.rowCount()).isZero();
	}

	@Test
	void rejectsBytesThatAreNotAStream() {
		for (byte[] bytes : List.of(new byte[0], new byte[] { 1, 2, 3 },
				"PAR1 is not Arrow".getBytes(StandardCharsets.UTF_8), "ARROW1\0\0".getBytes(StandardCharsets.UTF_8))) {
			assertThatIllegalArgumentException().isThrownBy(() -> new ArrowStreamSplitter(bytes, 100))
				.withMessageContaining("Arrow stream");
		}
	}

	@Test
	void rejectsTruncatedAndCorruptStreams() {
		byte[] stream = stream(2);
		Random random = new Random(7);
		for (int i = 0; i < 20_000; i++) {
			byte[] corrupt = Arrays.copyOf(stream, random.nextInt(stream.length) + 1);
			corrupt[random.nextInt(corrupt.length)] ^= (byte) (1 << random.nextInt(8));
			try {
				ArrowStreamSplitter splitter = new ArrowStreamSplitter(corrupt, 500);
				splitter.forEachRemaining((part) -> assertThat(part.remaining()).isPositive());
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex).hasMessageContaining("Arrow stream");
			}
		}
	}

	@Test
	void rejectsStreamsWithDifferentSchemas() {
		ArrowStreamConcatenator relay = new ArrowStreamConcatenator(new ByteArrayOutputStream());
		relay.write(batch(0, 1));
		StructType other = new StructType().add("b", DataTypes.LongType);
		ByteBuffer changed = Objects
			.requireNonNull(new ArrowStreamEncoder(other, Long.MAX_VALUE).encode(0, 1, (row, column) -> 1L));
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> relay.write(changed))
			.withMessageContaining("changed the Arrow schema");
		assertThatExceptionOfType(CorruptResultException.class)
			.isThrownBy(() -> new ArrowStreamConcatenator(new ByteArrayOutputStream()).write(ByteBuffer.allocate(3)))
			.withMessageContaining("truncated");
	}

}
