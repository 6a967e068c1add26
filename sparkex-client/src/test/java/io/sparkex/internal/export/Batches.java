package io.sparkex.internal.export;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.internal.arrow.ArrowStreamDecoder;
import io.sparkex.internal.arrow.ArrowStreamEncoder;
import io.sparkex.types.DataType;
import io.sparkex.types.StructType;

/**
 * Factory of received batches and their text.
 */
final class Batches {

	private Batches() {
	}

	static ColumnBatch of(StructType schema, List<?> rows) {
		return decode(schema, encode(schema, rows));
	}

	static ByteBuffer encode(StructType schema, List<?> rows) {
		return Objects.requireNonNull(new ArrowStreamEncoder(schema, Long.MAX_VALUE).encode(rows, 0, rows.size()));
	}

	static ColumnBatch decode(StructType schema, ByteBuffer stream) {
		return new ArrowStreamDecoder(schema, (fields, row) -> {
			throw new AssertionError("No objects are made of structs");
		}).decode(stream).get(0);
	}

	/**
	 * Returns a batch with one value in the column {@code c}.
	 */
	static ColumnBatch single(DataType type, @Nullable Object value) {
		return of(new StructType().add("c", type), List.of(Collections.singletonList(value)));
	}

	static String json(ColumnBatch batch) {
		return ndjson(batch, JsonOptions.defaults());
	}

	static String ndjson(ColumnBatch batch, JsonOptions options) {
		return text(batch, (out) -> BatchWriter.ndjson(out, options));
	}

	static String csv(ColumnBatch batch, CsvOptions options) {
		return text(batch, (out) -> BatchWriter.csv(out, options));
	}

	static String text(ColumnBatch batch, Function<OutputStream, BatchWriter> format) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		BatchWriter writer = format.apply(out);
		writer.begin(batch.schema());
		writer.write(batch);
		writer.end();
		return out.toString(StandardCharsets.UTF_8);
	}

}
