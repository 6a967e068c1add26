package io.sparkex;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.sparkex.connect.ConnectionString;
import io.sparkex.internal.plan.Projection;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.PlanEncoder;
import io.sparkex.internal.transport.ClientOptions;
import io.sparkex.internal.transport.PlanCompression;
import io.sparkex.internal.transport.SparkConnectClient;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that large plans are compressed if the server supports it, and run.
 */
class PlanCompressionIntegrationTests {

	private static final String TEXT = "some text that is worth to be compressed ".repeat(20_000);

	@Test
	void compressesLargePlansIfSupported() {
		try (SparkSession spark = session(TestServer.DEFAULT_VERSION)) {
			spark.conf().set("spark.connect.session.planCompression.threshold", "300000");
			assertThat(spark.range(3).select(lit(TEXT).as("text")).filter(col("text").equalTo(TEXT)).count())
				.isEqualTo(3);
			spark.range(1).select(lit(TEXT).as("text")).createOrReplaceTempView("compressed_plan");
			assertThat(spark.sql("SELECT length(text) FROM compressed_plan").as(Integer.class).single())
				.isEqualTo(TEXT.length());
		}
	}

	@Test
	void usesCompressionThresholdOfServer() {
		Plan plan = plan(TEXT);
		assertThat(compressed(TestServer.DEFAULT_VERSION, Map.of(), plan)).isSameAs(plan);
		Plan small = compressed(TestServer.DEFAULT_VERSION,
				Map.of("spark.connect.session.planCompression.threshold", "300000"), plan);
		assertThat(small.hasCompressedOperation()).isTrue();
		assertThat(small.getSerializedSize()).isLessThan(plan.getSerializedSize() / 20);
		assertThat(compressed(TestServer.DEFAULT_VERSION,
				Map.of("spark.connect.session.planCompression.threshold", "-1"), plan))
			.isSameAs(plan);
		assertThat(
				compressed(TestServer.DEFAULT_VERSION,
						Map.of("spark.connect.session.planCompression.threshold", "300000",
								"spark.connect.session.planCompression.defaultAlgorithm", "NONE"),
						plan))
			.isSameAs(plan);
	}

	@Test
	void sendsUncompressedPlansToOlderServers() {
		TestServer.assumeSupported("4.0.1");
		Plan plan = plan(TEXT.repeat(20));
		assertThat(compressed("4.0.1", Map.of(), plan)).isSameAs(plan);
		try (SparkSession spark = session("4.0.1")) {
			List<Column> columns = IntStream.range(0, 15).mapToObj((i) -> lit(TEXT + i).as("c" + i)).toList();
			assertThat(spark.range(1).select(columns.toArray(Column[]::new)).count()).isEqualTo(1);
		}
	}

	private static Plan plan(String text) {
		Relation range = new Relation(0, new Source.Range(0, 1, 1, null));
		return PlanEncoder
			.encode(new Relation(1, new Projection.Project(range, List.of(io.sparkex.internal.plan.Literal.of(text)))))
			.message();
	}

	private static Plan compressed(String version, Map<String, String> configuration, Plan plan) {
		ClientOptions options = ClientOptions.of(ConnectionString.parse(TestServer.get(version).url()));
		try (SparkConnectClient client = new SparkConnectClient(options)) {
			if (!configuration.isEmpty()) {
				client.config(io.sparkex.internal.protocol.ConfigEncoder.set(configuration));
			}
			return new PlanCompression(client).compress(plan);
		}
	}

	private static SparkSession session(String version) {
		return SparkSession.builder().url(TestServer.get(version).url()).build();
	}

}
