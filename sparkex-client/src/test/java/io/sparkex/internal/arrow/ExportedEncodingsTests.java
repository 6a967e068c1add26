package io.sparkex.internal.arrow;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.internal.arrow.ArrowTestStream.Content;
import io.sparkex.internal.export.BatchWriter;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.internal.arrow.ArrowTestStream.numbers;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the export of Arrow encodings that Spark does not use by default.
 */
class ExportedEncodingsTests {

	private static final byte[] NONE = new byte[0];

	private static ByteArrayOutputStream written(DataType type, byte[] stream, boolean csv) {
		StructType schema = new StructType().add("c", type);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		BatchWriter writer = csv ? BatchWriter.csv(out, CsvOptions.defaults())
				: BatchWriter.ndjson(out, JsonOptions.defaults());
		writer.begin(schema);
		new ArrowStreamDecoder(schema, (fields, row) -> {
			throw new IllegalStateException("no structs here");
		}).decode(ByteBuffer.wrap(stream)).forEach(writer::write);
		writer.end();
		return out;
	}

	@Test
	void exportsDictionariesOfStrings() {
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.utf8().in(7, 8, true))
			.dictionary(7, false, new Content().texts(4, "\"zl", ""))
			.batch(new Content().node(4, 1, numbers(1, 0b1101), numbers(1, 1, 99, 0, 1)))
			.bytes();
		assertThat(written(DataTypes.StringType, stream, false).toString(StandardCharsets.UTF_8))
			.isEqualTo("{\"c\":\"\"}\n{\"c\":null}\n{\"c\":\"\\\"zl\"}\n{\"c\":\"\"}\n");
		assertThat(written(DataTypes.StringType, stream, true).toString(StandardCharsets.UTF_8))
			.isEqualTo("c\r\n\"\"\r\n\r\n\"\"\"zl\"\r\n\"\"\r\n");
	}

	@Test
	void exportsDictionariesOfLists() {
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.list(ArrowTestField.utf8()).in(7, 8, true))
			.dictionary(7, false, new Content().node(2, 1, numbers(1, 0b01), numbers(4, 0, 2, 2)).texts(4, "a", "b"))
			.batch(new Content().node(2, 0, NONE, numbers(1, 1, 0)))
			.bytes();
		assertThat(written(new ArrayType(DataTypes.StringType), stream, false))
			.hasToString("{\"c\":null}\n{\"c\":[\"a\",\"b\"]}\n");
	}

	@Test
	void exportsListsWithLargeOffsets() {
		byte[] stream = new ArrowTestStream().schema(ArrowTestField.largeList(ArrowTestField.largeUtf8()))
			.batch(new Content().node(3, 1, numbers(1, 0b101), numbers(8, 0, 2, 2, 3)).texts(8, "a", "bc", "d"))
			.bytes();
		assertThat(written(new ArrayType(DataTypes.StringType), stream, true))
			.hasToString("c\r\n\"[\"\"a\"\",\"\"bc\"\"]\"\r\n\r\n\"[\"\"d\"\"]\"\r\n");
	}

}
