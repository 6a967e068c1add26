package io.sparkex;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.ResultLimitException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ArrowReaders} and for the output of {@link Results#writeArrow}, with
 * the Apache Arrow library. The JVM of the tests has no flags for it.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArrowReadersIntegrationTests {

	@TestSession
	private static SparkSession spark;

	private static DataFrame query() {
		return spark.range(0, 25_000, 1, 2)
			.selectExpr("id", "if(id % 3 = 0, NULL, concat('é', id)) AS text", "array(id, NULL) AS ids");
	}

	private static List<String> read(ArrowReader reader) throws IOException {
		List<String> rows = new ArrayList<>();
		while (reader.loadNextBatch()) {
			VectorSchemaRoot root = reader.getVectorSchemaRoot();
			BigIntVector id = (BigIntVector) root.getVector("id");
			VarCharVector text = (VarCharVector) root.getVector("text");
			ListVector ids = (ListVector) root.getVector("ids");
			for (int row = 0; row < root.getRowCount(); row++) {
				rows.add(id.get(row) + " " + text.getObject(row) + " " + ids.getObject(row));
			}
		}
		return rows;
	}

	@Test
	void readsResultsIntoVectors() throws IOException {
		try (BufferAllocator allocator = new RootAllocator();
				ArrowReader reader = ArrowReaders.open(query(), allocator)) {
			assertThat(read(reader)).hasSize(25_000)
				.startsWith("0 null [0,null]", "1 é1 [1,null]")
				.endsWith("24999 null [24999,null]");
			assertThat(reader.bytesRead()).isGreaterThan(25_000 * Long.BYTES);
		}
	}

	@Test
	void readsWrittenArrowStream() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		query().writeArrow(out);
		List<String> direct;
		try (BufferAllocator allocator = new RootAllocator();
				ArrowReader reader = ArrowReaders.open(query(), allocator)) {
			direct = read(reader);
		}
		try (BufferAllocator allocator = new RootAllocator();
				ArrowReader reader = ArrowReaders.open(new ByteArrayInputStream(out.toByteArray()), allocator)) {
			assertThat(read(reader)).isEqualTo(direct);
		}
	}

	@Test
	void readsEmptyResult() throws IOException {
		try (BufferAllocator allocator = new RootAllocator();
				ArrowReader reader = ArrowReaders.open(query().where("id < 0"), allocator)) {
			assertThat(reader.getVectorSchemaRoot().getSchema().getFields()).hasSize(3);
			assertThat(read(reader)).isEmpty();
		}
	}

	@Test
	void stopsTheQueryWhenClosedEarly() throws IOException {
		try (SparkSession session = TestServer.session(); BufferAllocator allocator = new RootAllocator()) {
			DataFrame many = session.range(0, 20_000_000, 1, 400).selectExpr("id", "uuid() AS u");
			try (ArrowReader reader = ArrowReaders.open(many, allocator)) {
				assertThat(reader.loadNextBatch()).isTrue();
			}
			while (!session.interruptAll().isEmpty()) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			}
			assertThat(allocator.getAllocatedMemory()).isZero();
		}
	}

	@Test
	void throwsErrorOfQuery() {
		try (BufferAllocator allocator = new RootAllocator()) {
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> {
				try (ArrowReader reader = ArrowReaders.open(spark.table("nowhere"), allocator)) {
					reader.loadNextBatch();
				}
			});
			assertThatExceptionOfType(ResultLimitException.class).isThrownBy(() -> {
				try (ArrowReader reader = ArrowReaders.open(query().maxRows(10_000), allocator)) {
					assertThat(reader.loadNextBatch()).isTrue();
					assertThatExceptionOfType(ResultLimitException.class).isThrownBy(() -> read(reader));
					// A failed stream has no end.
					reader.loadNextBatch();
				}
			});
		}
	}

}
