package io.sparkex.internal.local;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.sparkex.Row;
import io.sparkex.columnar.ColumnBatch;
import io.sparkex.internal.arrow.ArrowStreamDecoder;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LocalTableSplitter}.
 */
class LocalTableSplitterTests {

	private static final StructType SCHEMA = new StructType().add("a", DataTypes.BinaryType);

	private static List<ColumnBatch> batches(List<List<byte[]>> rows, List<ByteBuffer> parts) {
		LocalTableSplitter cut = new LocalTableSplitter(LocalData.ofRows(rows, SCHEMA));
		cut.forEachRemaining(parts::add);
		assertThat(cut.position()).isEqualTo(rows.size());
		return parts.stream()
			.flatMap((part) -> new ArrowStreamDecoder(SCHEMA, Row::new).decode(part).stream())
			.toList();
	}

	@Test
	void splitsEqualRowsIntoEqualParts() {
		List<List<byte[]>> rows = IntStream.range(0, 40_000).mapToObj((i) -> List.of(new byte[1_000])).toList();
		List<ByteBuffer> parts = new ArrayList<>();
		List<ColumnBatch> batches = batches(rows, parts);
		assertThat(batches.stream().mapToInt(ColumnBatch::rowCount).sum()).isEqualTo(40_000);
		assertThat(parts).hasSize(6);
		assertThat(parts.subList(1, 5))
			.allSatisfy((part) -> assertThat(part.remaining()).isBetween(8_300_000, 8_500_000));
	}

	@Test
	void limitsPartsOfRowsWithChangingSize() {
		byte[] small = { 1 };
		byte[] large = new byte[4 << 20];
		List<List<byte[]>> rows = new ArrayList<>();
		IntStream.range(0, 5_000).forEach((i) -> rows.add(List.of((i % 500 == 499 || i > 4_950) ? large : small)));
		List<ByteBuffer> parts = new ArrayList<>();
		List<ColumnBatch> batches = batches(rows, parts);
		int row = 0;
		for (ColumnBatch batch : batches) {
			for (int i = 0; i < batch.rowCount(); i++) {
				assertThat(batch.column(0).getBytes(i)).hasSameSizeAs(rows.get(row++).get(0));
			}
		}
		assertThat(row).isEqualTo(5_000);
		assertThat(parts).allSatisfy((part) -> assertThat(part.remaining()).isLessThan(70 << 20));
	}

	@Test
	void limitsPartsOfLargeRows() {
		List<List<byte[]>> rows = Collections.nCopies(1_000, List.of(new byte[1 << 20]));
		LocalTableSplitter parts = new LocalTableSplitter(LocalData.ofRows(rows, SCHEMA));
		parts.forEachRemaining((part) -> assertThat(part.remaining()).isLessThan(18 << 20));
		assertThat(parts.position()).isEqualTo(1_000);
	}

	@Test
	void splitsRowsLargerThanAPart() {
		byte[] large = new byte[70 << 20];
		List<ByteBuffer> parts = new ArrayList<>();
		assertThat(batches(List.of(List.of(large), List.of(large)), parts)).hasSize(2);
	}

}
