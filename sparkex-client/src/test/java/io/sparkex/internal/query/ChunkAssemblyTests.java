package io.sparkex.internal.query;

import java.nio.ByteBuffer;
import java.util.Objects;

import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.internal.proto.ExecutePlanResponse.ArrowBatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link ChunkAssembly}.
 */
class ChunkAssemblyTests {

	private final ChunkAssembly assembly = new ChunkAssembly();

	private static ArrowBatch.Builder chunk(long index, long count, String data) {
		return ArrowBatch.newBuilder()
			.setRowCount(5)
			.setStartOffset(10)
			.setChunkIndex(index)
			.setNumChunksInBatch(count)
			.setData(ByteString.copyFromUtf8(data));
	}

	private @Nullable String add(ArrowBatch.Builder batch) {
		ByteBuffer whole = this.assembly.add(batch.build());
		return (whole != null) ? ByteString.copyFrom(whole).toStringUtf8() : null;
	}

	private void assertCorrupt(ArrowBatch.Builder batch, String message) {
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> add(batch))
			.withMessageContaining(message);
	}

	@Test
	void passesThroughWholeBatches() {
		assertThat(add(ArrowBatch.newBuilder().setData(ByteString.copyFromUtf8("whole")))).isEqualTo("whole");
		assertThat(add(chunk(0, 0, "off"))).isEqualTo("off");
		assertThat(add(chunk(0, 1, "unsplit"))).isEqualTo("unsplit");
	}

	@Test
	void assemblesChunks() {
		for (int batch = 0; batch < 3; batch++) {
			assertThat(add(chunk(0, 3, "ab"))).isNull();
			assertThat(add(chunk(1, 3, ""))).isNull();
			assertThat(add(chunk(2, 3, "cd"))).isEqualTo("abcd");
			assertThatNoException().isThrownBy(this.assembly::finish);
		}
	}

	@Test
	void returnsBytesInAccessibleArray() {
		this.assembly.add(chunk(0, 2, "a").build());
		assertThat(Objects.requireNonNull(this.assembly.add(chunk(1, 2, "b").build())).hasArray()).isTrue();
	}

	@Test
	void rejectsChunksOutOfOrder() {
		assertCorrupt(chunk(1, 3, "b"), "sent chunk 1 of 3 where chunk 0 of a batch was due");
		add(chunk(0, 3, "a"));
		assertCorrupt(chunk(0, 3, "a"), "sent chunk 0 of 3 where chunk 1 of a batch was due");
		assertCorrupt(chunk(2, 3, "c"), "sent chunk 2 of 3 where chunk 1 of a batch was due");
		assertCorrupt(chunk(-1, 3, "c"), "sent chunk -1 of 3 where chunk 1 of a batch was due");
		assertCorrupt(chunk(0, 1, "whole"), "sent chunk 0 of 1 where chunk 1 of a batch was due");
	}

	@Test
	void rejectsInvalidCounts() {
		assertCorrupt(chunk(0, -1, "a"), "sent chunk 0 of -1");
		assertCorrupt(chunk(1, 1, "a"), "sent chunk 1 of 1");
	}

	@Test
	void rejectsChunksOfAnotherBatch() {
		add(chunk(0, 3, "a"));
		assertCorrupt(chunk(1, 2, "b"), "of 5 rows in 2 chunks, into one of 5 rows in 3");
		assertCorrupt(chunk(1, 3, "b").setRowCount(6), "of 6 rows");
		assertCorrupt(chunk(1, 3, "b").setStartOffset(11), "of another batch");
		assertCorrupt(chunk(1, 3, "b").clearStartOffset(), "of another batch");
	}

	@Test
	void rejectsResultsThatEndWithinBatch() {
		add(chunk(0, 3, "a"));
		add(chunk(1, 3, "b"));
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(this.assembly::finish)
			.withMessage("The result ended after chunk 1 of 3 of a batch");
	}

}
