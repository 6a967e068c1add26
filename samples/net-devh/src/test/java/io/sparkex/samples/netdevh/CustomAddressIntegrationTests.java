package io.sparkex.samples.netdevh;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.sparkex.embedded.EmbeddedSparkServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the application with an external server, whose address is set only on the
 * net.devh channel.
 */
class CustomAddressIntegrationTests {

	@Test
	void connectsToAddressOfChannel() {
		try (EmbeddedSparkServer server = EmbeddedSparkServer.builder().start();
				ConfigurableApplicationContext context = new SpringApplicationBuilder(NetDevhApplication.class)
					.web(WebApplicationType.NONE)
					.run("--sparkex.embedded.enabled=false", "--sparkex.token=" + server.token(),
							"--grpc.client.sparkex.address=static://" + server.host() + ":" + server.port(),
							"--grpc.client.sparkex.negotiation-type=plaintext")) {
			assertThat(context.getBean(FridayController.class).fridays(2026)).hasSize(3);
			assertThat(context.getBean(CallCounter.class).calls())
				.containsEntry("spark.connect.SparkConnectService/ExecutePlan", 1L);
		}
	}

}
