package io.sparkex.tpch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.trino.tpch.TpchColumnType;
import io.trino.tpch.TpchTable;

import io.sparkex.DataFrame;
import io.sparkex.Row;
import io.sparkex.SparkSession;
import io.sparkex.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The eight tables of the TPC-H benchmark as temporary views of a session. Monetary
 * values are decimals, as in the benchmark, so results are exact.
 */
final class Tpch implements AutoCloseable {

	private static final double SCALE = 0.01;

	private final Path directory;

	private final SparkSession spark;

	Tpch() throws IOException {
		this.directory = Files.createTempDirectory("tpch-");
		this.spark = TestServer.session();
		TpchRows rows = new TpchRows(SCALE);
		for (TpchTable<?> table : TpchTable.getTables()) {
			load(table.getTableName(), schema(table), rows.lines(table));
		}
	}

	private void load(String name, String schema, Stream<String> lines) throws IOException {
		Path text = this.directory.resolve(name + ".tbl");
		Path parquet = this.directory.resolve(name);
		Files.write(text, lines.toList());
		this.spark.read()
			.schema(schema)
			.option("sep", "|")
			.csv(text.toUri().toString())
			.write()
			.parquet(parquet.toUri().toString());
		this.spark.read().parquet(parquet.toUri().toString()).createOrReplaceTempView(name);
	}

	private static String schema(TpchTable<?> table) {
		return table.getColumns()
			.stream()
			.map((column) -> column.getColumnName() + " " + type(column.getType().getBase()))
			.collect(Collectors.joining(", "));
	}

	private static String type(TpchColumnType.Base base) {
		return switch (base) {
			case INTEGER -> "INT";
			case IDENTIFIER -> "BIGINT";
			case DATE -> "DATE";
			case DOUBLE -> "DECIMAL(15, 2)";
			case VARCHAR -> "STRING";
		};
	}

	DataFrame table(String name) {
		return this.spark.table(name);
	}

	/**
	 * Verifies that a DataFrame has the rows of the benchmark's SQL query, in the same
	 * order.
	 * @param query the name of the query, such as {@code q01}
	 * @param df the same query, written in Java
	 */
	void assertSameAsSql(String query, DataFrame df) {
		DataFrame expected = this.spark.sql(sql(query));
		assertThat(types(df)).isEqualTo(types(expected));
		List<List<Object>> rows = values(expected);
		assertThat(rows).isNotEmpty().allSatisfy((row) -> assertThat(row).doesNotContainNull());
		assertThat(values(df)).isEqualTo(rows);
	}

	private static String sql(String query) {
		try (InputStream text = Tpch.class.getResourceAsStream("/tpch/" + query + ".sql")) {
			return new String(text.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> types(DataFrame df) {
		return df.schema()
			.fields()
			.stream()
			.map((field) -> field.name() + " " + field.dataType().simpleString())
			.toList();
	}

	private static List<List<Object>> values(DataFrame df) {
		return df.collect().stream().map(Tpch::values).toList();
	}

	private static List<Object> values(Row row) {
		return IntStream.range(0, row.size()).<Object>mapToObj(row::get).collect(Collectors.toList());
	}

	@Override
	public void close() throws IOException {
		this.spark.close();
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
