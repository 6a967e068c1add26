package io.sparkex.internal.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.internal.arrow.RandomRows;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that exported results are read back by third-party parsers.
 */
class RandomResultRoundTripTests {

	/** Distinguishes null from an empty string by its quotes. */
	private static final CSVFormat CSV = CSVFormat.RFC4180.builder()
		.setNullString("")
		.setQuoteMode(QuoteMode.ALL_NON_NULL)
		.get();

	static LongStream seeds() {
		return LongStream.range(0, 200);
	}

	static List<DataType> scalars() {
		return RandomRows.scalars();
	}

	private static Sample sample(long seed) {
		RandomRows random = new RandomRows(seed);
		StructType schema = random.schema(1 + (int) seed % 7, 3);
		return new Sample(schema, random.rows(schema, (int) seed % 40));
	}

	private static Sample sample(DataType type) {
		StructType schema = new StructType().add("c", type).add("a", new ArrayType(type));
		return new Sample(schema, new RandomRows(2).rows(schema, 1_000));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void readsRandomRowsBackFromJson(long seed) {
		assertReadFromJson(sample(seed));
	}

	@ParameterizedTest
	@MethodSource("scalars")
	void readsEachTypeBackFromJson(DataType type) {
		assertReadFromJson(sample(type));
	}

	private static void assertReadFromJson(Sample sample) {
		String text = Batches.text(sample.batch(), (out) -> BatchWriter.json(out, JsonOptions.defaults()));
		assertThat(ExportedValueReader.json(ExportedValueReader.parse(text), new ArrayType(sample.schema())))
			.isEqualTo(sample.expected());
		List<@Nullable Object> lines = new ArrayList<>();
		Batches.json(sample.batch())
			.lines()
			.forEach((line) -> lines.add(ExportedValueReader.json(ExportedValueReader.parse(line), sample.schema())));
		assertThat(lines).isEqualTo(sample.expected());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void readsRandomRowsBackFromCsv(long seed) throws IOException {
		assertReadFromCsv(sample(seed));
	}

	@ParameterizedTest
	@MethodSource("scalars")
	void readsEachTypeBackFromCsv(DataType type) throws IOException {
		assertReadFromCsv(sample(type));
	}

	private static void assertReadFromCsv(Sample sample) throws IOException {
		CsvOptions options = CsvOptions.defaults();
		assertThat(readCsv(sample, options, CSV)).isEqualTo(sample.expected());
		assertThat(readCsv(sample, options.withQuoteAll(true), CSV)).isEqualTo(sample.expected());
		CSVFormat other = CSV.builder().setDelimiter('\t').setNullString("NULL").get();
		assertThat(readCsv(sample, options.withDelimiter('\t').withLineSeparator("\n").withNullText("NULL"), other))
			.isEqualTo(sample.expected());
	}

	private static List<@Nullable Object> readCsv(Sample sample, CsvOptions options, CSVFormat format)
			throws IOException {
		List<@Nullable Object> rows = new ArrayList<>();
		try (CSVParser parser = CSVParser.parse(Batches.csv(sample.batch(), options), format)) {
			for (CSVRecord record : parser) {
				if (record.getRecordNumber() == 1) {
					assertThat(record.toList()).isEqualTo(sample.schema().fieldNames());
				}
				else {
					rows.add(fields(record, sample.schema()));
				}
			}
		}
		return rows;
	}

	private static List<@Nullable Object> fields(CSVRecord record, StructType schema) {
		@Nullable Object[] fields = new Object[record.size()];
		for (int i = 0; i < fields.length; i++) {
			fields[i] = ExportedValueReader.cell(record.get(i), schema.field(i).dataType());
		}
		return Arrays.asList(fields);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void writesObjectVectorsInTheSameWay(long seed) {
		ColumnBatch batch = sample(seed).batch();
		StringBuilder json = new StringBuilder();
		StringBuilder csv = new StringBuilder();
		CsvOptions noHeader = CsvOptions.defaults().withHeader(false);
		for (int row = 0; row < batch.rowCount(); row++) {
			json.append(Batches.json(batch.detached(row)));
			csv.append(Batches.csv(batch.detached(row), noHeader));
		}
		assertThat(json).hasToString(Batches.json(batch));
		assertThat(csv).hasToString(Batches.csv(batch, noHeader));
	}

	private record Sample(StructType schema, List<List<@Nullable Object>> rows) {

		ColumnBatch batch() {
			return Batches.of(this.schema, this.rows);
		}

		@Nullable Object expected() {
			return ExportedValueReader.comparable(this.rows);
		}

	}

}
