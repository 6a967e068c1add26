package io.sparkex.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.Column;
import io.sparkex.DataFrame;
import io.sparkex.IcebergServer;
import io.sparkex.Row;
import io.sparkex.SparkSession;
import io.sparkex.TestServer;
import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.SparkException;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.expr;
import static io.sparkex.Functions.struct;
import static io.sparkex.Functions.to_json;
import static io.sparkex.Functions.unwrap_udt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests that call every overload of every function on a real server.
 */
class FunctionsIntegrationTests {

	private static final Path FRAME = Path.of("src", "test", "resources", "parity", "frame.sql");

	private static final int BATCH = 60;

	private static SparkSession spark;

	private static DataFrame df;

	@BeforeAll
	static void open() throws IOException {
		spark = SparkSession.builder().url(TestServer.get("4.2.0").url()).build();
		// Types that Spark does not enable by default yet.
		spark.conf().set("spark.sql.timeType.enabled", true);
		spark.conf().set("spark.sql.geospatial.enabled", true);
		// Hundreds of functions in one operator take longer to compile than to interpret.
		spark.conf().set("spark.sql.codegen.wholeStage", false);
		spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
		spark.sql("CREATE OR REPLACE TEMPORARY VIEW frame AS " + Files.readString(FRAME));
		df = spark.table("frame");
	}

	@AfterAll
	static void close() {
		spark.close();
	}

	static List<Family> families() throws IOException {
		return FunctionTable.read().calls().entrySet().stream().map(Family::new).toList();
	}

	private static Stream<FunctionCall> calls() throws IOException {
		return families().stream().flatMap((family) -> family.calls().stream());
	}

	@ParameterizedTest
	@MethodSource("families")
	void areAnalyzedByServer(Family family) {
		assertThat(inBatches(family.calls(), FunctionsIntegrationTests::analyze)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("families")
	void returnSameResultsAsSql(Family family) {
		assertThat(inBatches(family.compared(), FunctionsIntegrationTests::compare)).isEmpty();
	}

	@Test
	void partitionsTables() throws IOException {
		assumeThat(Runtime.version().feature()).as("Spark 4.1 cannot read files on newer Java").isLessThan(23);
		List<FunctionCall> transforms = calls().filter((call) -> call.family().equals("partition_transform")).toList();
		assertThat(transforms).hasSize(6);
		try (SparkSession lake = IcebergServer.session()) {
			for (FunctionCall call : transforms) {
				lake.sql("SELECT TIMESTAMP'2024-02-29 12:34:56' AS ts")
					.writeTo("lake.parity.transformed")
					.partitionedBy(call.column())
					.createOrReplace();
				assertThat(lake.sql("SHOW CREATE TABLE lake.parity.transformed").as(String.class).single())
					.contains("PARTITIONED BY (" + call.sql().orElseThrow() + ")");
			}
			lake.sql("DROP TABLE lake.parity.transformed PURGE");
		}
	}

	@Test
	void unwrapsUserDefinedTypesOnly() {
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> df.select(unwrap_udt(col("i"))).schema())
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE"));
	}

	@Test
	void areAllCalled() throws IOException {
		assertThat(FunctionTable.read().unknown()).isEmpty();
	}

	@Test
	void areMostlyComparedWithSql() throws IOException {
		assertThat(calls().filter((call) -> call.sql().isPresent()).map((call) -> call.method().getName()).distinct())
			.hasSizeGreaterThan(500);
	}

	/**
	 * Sends many calls at once, and bisects failed batches to find the failed calls.
	 */
	private static List<String> inBatches(List<FunctionCall> calls, Function<List<FunctionCall>, List<String>> action) {
		Map<CallContext, List<FunctionCall>> contexts = calls.stream()
			.filter((call) -> call.context() != CallContext.ELSEWHERE)
			.collect(Collectors.groupingBy(FunctionCall::context));
		List<String> culprits = new ArrayList<>();
		contexts.forEach((context, all) -> {
			int size = context.isShared() ? BATCH : 1;
			for (int from = 0; from < all.size(); from += size) {
				culprits.addAll(inHalves(all.subList(from, Math.min(all.size(), from + size)), action));
			}
		});
		return culprits;
	}

	private static List<String> inHalves(List<FunctionCall> calls, Function<List<FunctionCall>, List<String>> action) {
		try {
			return action.apply(calls);
		}
		catch (SparkException ex) {
			if (calls.size() == 1) {
				return List.of(calls.get(0) + ": " + String.valueOf(ex.getMessage()).lines().findFirst().orElse(""));
			}
			int half = calls.size() / 2;
			List<String> culprits = new ArrayList<>(inHalves(calls.subList(0, half), action));
			culprits.addAll(inHalves(calls.subList(half, calls.size()), action));
			return culprits;
		}
	}

	private static List<String> analyze(List<FunctionCall> batch) {
		CallContext context = batch.get(0).context();
		Column[] columns = batch.stream().map((call) -> context.complete(call.column())).toArray(Column[]::new);
		assertThat(context.apply(df, columns).schema().size()).isPositive();
		return List.of();
	}

	private static List<String> compare(List<FunctionCall> batch) {
		CallContext context = batch.get(0).context();
		if (context == CallContext.GENERATOR) {
			FunctionCall call = batch.get(0);
			List<String> ours = json(context.apply(df, call.column()));
			List<String> theirs = json(context.apply(df, expr(call.sql().orElseThrow())));
			return ours.equals(theirs) ? List.of() : List.of(call + ": " + ours + " but SQL gives " + theirs);
		}
		Column[] columns = batch.stream()
			.flatMap((call) -> Stream.of(context.complete(call.column()),
					expr(context.complete(call.sql().orElseThrow()))))
			.map((column) -> to_json(struct(column.as("v"))))
			.toArray(Column[]::new);
		List<String> culprits = new ArrayList<>();
		for (Row row : context.apply(df, columns).collect()) {
			int first = row.size() - columns.length;
			for (int i = 0; i < batch.size(); i++) {
				String ours = row.getString(first + 2 * i);
				String theirs = row.getString(first + 2 * i + 1);
				if (!Objects.equals(ours, theirs)) {
					culprits.add(batch.get(i) + ": " + ours + " but SQL gives " + theirs);
				}
			}
		}
		return culprits;
	}

	private static List<String> json(DataFrame df) {
		return df.select(to_json(struct(col("*")))).as(String.class).collect();
	}

	/**
	 * The functions of one registry file.
	 */
	record Family(String name, List<FunctionCall> calls) {

		Family(Map.Entry<String, List<FunctionCall>> entry) {
			this(entry.getKey(), entry.getValue());
		}

		List<FunctionCall> compared() {
			return this.calls.stream().filter((call) -> call.sql().isPresent()).toList();
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
