package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.MappingException;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for local data that is too large to be embedded in plans, and for columns and
 * Arrow as sources.
 */
class LargeLocalDataIntegrationTests {

	private record Trip(long id, String city, double fare) {
	}

	private static List<Trip> trips(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new Trip(i, "Łódź " + i % 100, i / 4d)).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "4.0.1", "4.1.2", "4.2.0" })
	void uploadsLargeDataOnce(String version) {
		List<Trip> trips = trips(400_000);
		try (SparkSession spark = TestServer.session(version)) {
			DataFrame df = spark.createDataFrame(trips);
			assertThat(df.planString()).contains("400000 in ");
			assertThat(df.agg(sum(col("id")), sum(col("fare"))).single())
				.isEqualTo(spark.sql("SELECT sum(id), sum(id / 4D) FROM range(400000)").single());
			assertThat(df.orderBy("id").as(Trip.class).collect()).isEqualTo(trips);
			assertThat(df.schema()).isEqualTo(spark.createDataFrame(trips.subList(0, 1)).schema());
			DataFrame again = spark.createDataFrame(trips);
			assertThat(again.join(df, "id").count()).isEqualTo(400_000);
		}
	}

	@Test
	void preservesNullsAndNestedValuesAcrossChunks() {
		StructType schema = new StructType().add("id", DataTypes.IntegerType)
			.add("words", DataTypes.createArrayType(DataTypes.StringType));
		List<List<Object>> rows = IntStream.range(0, 60_000)
			.mapToObj((i) -> Arrays.<Object>asList(i,
					(i % 3 == 0) ? null : Arrays.asList("x".repeat(i % 50), null, "é" + i)))
			.toList();
		try (SparkSession spark = TestServer.session()) {
			List<Row> read = spark.createDataFrame(rows, schema).orderBy("id").collect();
			assertThat(read).hasSize(60_000);
			for (int i = 0; i < read.size(); i++) {
				assertThat(read.get(i).get(1)).isEqualTo(rows.get(i).get(1));
			}
		}
	}

	@Test
	void reportsInvalidRowInAnyChunk() {
		List<List<Object>> rows = new ArrayList<>();
		IntStream.range(0, 200_000).forEach((i) -> rows.add(List.of(i, "some text that takes room " + i)));
		rows.set(150_000, List.of("many", "x"));
		try (SparkSession spark = TestServer.session()) {
			StructType schema = new StructType().add("id", DataTypes.IntegerType).add("text", DataTypes.StringType);
			assertThatExceptionOfType(MappingException.class).isThrownBy(() -> spark.createDataFrame(rows, schema))
				.withMessageContaining("Row 150000")
				.withMessageContaining("'id'");
		}
	}

	@Test
	void readsColumns() {
		StructType schema = new StructType().add("id", DataTypes.LongType)
			.add("score", DataTypes.DoubleType)
			.add("name", DataTypes.StringType);
		try (SparkSession spark = TestServer.session()) {
			DataFrame df = spark.createDataFrame(Map.of("score", new double[] { 0.5, Double.NaN }, "id",
					new long[] { 1, 2 }, "name", Arrays.asList("a", null)), schema);
			assertThat(df.collect()).isEqualTo(
					spark.createDataFrame(List.of(List.of(1L, 0.5, "a"), Arrays.asList(2L, Double.NaN, null)), schema)
						.collect());
			int[] many = IntStream.range(0, 1_000_000).toArray();
			StructType one = new StructType().add("n", DataTypes.IntegerType);
			assertThat(spark.createDataFrame(Map.of("n", many), one).agg(sum(col("n"))).as(Long.class).single())
				.isEqualTo(LongStream.range(0, 1_000_000).sum());
			assertThat(spark.createDataFrame(Map.of("n", new int[0]), one).collect()).isEmpty();
			assertThatIllegalArgumentException().isThrownBy(() -> spark.createDataFrame(Map.of("m", many), one))
				.withMessage("The column 'n' of the schema has no values");
			assertThatIllegalArgumentException()
				.isThrownBy(() -> spark.createDataFrame(Map.of("n", many, "m", many), one))
				.withMessageContaining("are not those of the schema [n]");
			assertThatIllegalArgumentException().isThrownBy(() -> spark.createDataFrame(Map.of("n", "text"), one))
				.withMessageContaining("must be a list or an array but is a java.lang.String");
			assertThatIllegalArgumentException()
				.isThrownBy(() -> spark
					.createDataFrame(Map.of("id", new long[1], "score", new double[2], "name", new String[1]), schema))
				.withMessage("All columns must have the same number of values, but 'id' has 1 and 'score' has 2");
		}
	}

	private static byte[] file(byte[] stream) {
		byte[] mark = "ARROW1".getBytes(StandardCharsets.US_ASCII);
		// The footer of an Arrow file, which stream readers ignore.
		byte[] footer = new byte[24];
		return ByteBuffer.allocate(8 + stream.length + footer.length + mark.length)
			.put(mark)
			.putShort((short) 0)
			.put(stream)
			.put(footer)
			.put(mark)
			.array();
	}

	@ParameterizedTest
	@ValueSource(strings = { "4.0.1", "4.1.2", "4.2.0" })
	void readsArrow(String version) {
		try (SparkSession spark = TestServer.session(version)) {
			for (int count : new int[] { 0, 3, 300_000 }) {
				DataFrame source = spark.range(0, count, 1, 2)
					.selectExpr("id", "if(id % 2 = 0, NULL, concat('ü', id)) AS text", "array(id) AS ids");
				ByteArrayOutputStream out = new ByteArrayOutputStream();
				source.writeArrow(out);
				DataFrame read = spark.createDataFrame(out.toByteArray());
				assertThat(read.schema().fieldNames()).containsExactly("id", "text", "ids");
				assertThat(read.orderBy("id").collect()).isEqualTo(source.orderBy("id").collect());
				assertThat(spark.createDataFrame(file(out.toByteArray())).orderBy("id").collect())
					.isEqualTo(read.orderBy("id").collect());
			}
			assertThatIllegalArgumentException().isThrownBy(() -> spark.createDataFrame(new byte[] { 1, 2, 3 }))
				.withMessageContaining("not an Arrow stream");
		}
	}

}
