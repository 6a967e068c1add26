package io.sparkex.samples.netdevh;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import io.sparkex.SparkSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the running application with an embedded server.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NetDevhApplicationIntegrationTests {

	@LocalServerPort
	private int port;

	@Test
	void queriesSparkThroughInterceptor(@Autowired CallCounter counter) {
		RestTestClient client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		long before = counter.calls().getOrDefault("spark.connect.SparkConnectService/ExecutePlan", 0L);
		client.get()
			.uri("/fridays/2026")
			.exchangeSuccessfully()
			.expectBody()
			.json("[\"2026-02-13\",\"2026-03-13\",\"2026-11-13\"]");
		client.get()
			.uri("/calls")
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$['spark.connect.SparkConnectService/ExecutePlan']")
			.isEqualTo(before + 1);
	}

	@Test
	void countsCallsByMethod(@Autowired SparkSession spark, @Autowired CallCounter counter) {
		assertThat(spark.range(3).schema().fields()).hasSize(1);
		assertThat(counter.calls()).containsKey("spark.connect.SparkConnectService/AnalyzePlan");
	}

}
