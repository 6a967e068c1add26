package io.sparkex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.AnalysisException;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DataFrameReader} on a real server.
 */
class DataFrameReaderIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@TempDir
	Path folder;

	@Test
	void readsCsvWithHeaderAndInferredTypes() throws IOException {
		Path file = Files.writeString(this.folder.resolve("people.csv"), "name;age\nZoë;31\n\"a;b\";7\n");
		DataFrame people = spark.read()
			.option("header", true)
			.option("inferSchema", true)
			.option("sep", ";")
			.csv(file.toString());
		assertThat(people.columns()).containsExactly("name", "age");
		assertThat(people.orderBy("age").collect()).extracting(Row::toString)
			.containsExactly("Row(name=a;b, age=7)", "Row(name=Zoë, age=31)");
	}

	@Test
	void readsCsvWithSchema() throws IOException {
		Path file = Files.writeString(this.folder.resolve("plain.csv"), "1,x\n2,y\n");
		StructType schema = new StructType().add("odd name", DataTypes.LongType).add("b", DataTypes.StringType);
		assertThat(spark.read().schema(schema).csv(file.toString()).collect())
			.extracting((row) -> row.getLong("odd name"))
			.containsExactly(1L, 2L);
		assertThat(spark.read().schema("a INT, b STRING").csv(file.toString()).schema().field(0).dataType())
			.isEqualTo(DataTypes.IntegerType);
	}

	@Test
	void readsJsonAndText() throws IOException {
		Path file = Files.writeString(this.folder.resolve("lines.json"), "{\"a\":1}\n{\"a\":2}\n");
		assertThat(spark.read().json(file.toString()).as(Long.class).collect()).containsExactlyInAnyOrder(1L, 2L);
		assertThat(spark.read().text(file.toString()).as(String.class).collect()).containsExactlyInAnyOrder("{\"a\":1}",
				"{\"a\":2}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "parquet", "orc" })
	void readsColumnarFiles(String format) {
		String path = this.folder.resolve(format).toString();
		spark.sql("INSERT OVERWRITE DIRECTORY '" + path + "' USING " + format
				+ " SELECT id, 'n' || id AS name FROM range(5)");
		DataFrame df = format.equals("parquet") ? spark.read().parquet(path) : spark.read().orc(path);
		assertThat(df.count()).isEqualTo(5);
		assertThat(spark.read().format(format).options(Map.of("mergeSchema", "false")).load(path).columns())
			.containsExactly("id", "name");
	}

	@Test
	void readsSeveralPaths() throws IOException {
		Path first = Files.writeString(this.folder.resolve("1.txt"), "one\n");
		Path second = Files.writeString(this.folder.resolve("2.txt"), "two\n");
		List<String> lines = spark.read().text(first.toString(), second.toString()).as(String.class).collect();
		assertThat(lines).containsExactlyInAnyOrder("one", "two");
	}

	@Test
	void readsTablesAndViews() {
		spark.sql("CREATE OR REPLACE TEMPORARY VIEW `odd view` AS SELECT 7 AS n");
		assertThat(spark.table("`odd view`").as(Integer.class).single()).isEqualTo(7);
		assertThat(spark.read().table("`odd view`").count()).isEqualTo(1);
	}

	@Test
	void rejectsSchemaForTable() {
		assertThatIllegalArgumentException().isThrownBy(() -> spark.read().schema("a INT").table("t"))
			.withMessageContaining("schema()");
	}

	@Test
	void reportsMissingPaths() {
		DataFrame missing = spark.read().parquet(this.folder.resolve("missing").toString());
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(missing::schema)
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("PATH_NOT_FOUND"));
	}

}
