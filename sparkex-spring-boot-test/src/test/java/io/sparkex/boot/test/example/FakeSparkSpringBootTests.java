package io.sparkex.boot.test.example;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

import io.sparkex.SparkSession;
import io.sparkex.boot.test.AutoConfigureFakeSpark;
import io.sparkex.boot.test.EmbeddedSpark;
import io.sparkex.boot.test.example.TripReport.CityTrips;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.test.FakeSpark;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureFakeSpark @AutoConfigureFakeSpark} in an application that
 * is configured to use other servers.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "sparkex.url=sc://localhost:1", "sparkex.token=unused", "sparkex.embedded.enabled=true",
				"sparkex.sessions.other.url=sc://spark.invalid;use_ssl=true" })
@AutoConfigureFakeSpark
@EmbeddedSpark
class FakeSparkSpringBootTests {

	@Test
	void connectsApplicationToFake(@Autowired FakeSpark fake, @Autowired TripReport report) {
		fake.whenSql("SELECT * FROM VALUES ('Oslo'), ('Rome'), ('Oslo') AS t(city)")
			.thenReturn("city STRING", List.of(List.of("Oslo")));
		fake.whenSql(TripReport.BY_CITY).thenReturn(List.of(new CityTrips("Oslo", 2)));
		assertThat(report.byCity("Rome")).hasSize(1);
		assertThat(fake.executions()).first()
			.satisfies((execution) -> assertThat(execution.plan()).startsWith("CreateView name=trips replace=true"));
	}

	@Test
	void connectsNamedSessionsToFake(@Autowired FakeSpark fake, @Autowired @Qualifier("other") SparkSession other) {
		fake.whenTable("t").thenReturn(List.of(1L));
		assertThat(other.table("t").as(Long.class).collect()).containsExactly(1L);
	}

	@Test
	void doesNotStartServer(@Autowired ApplicationContext context) {
		assertThat(context.getBeansOfType(io.sparkex.embedded.EmbeddedSparkServer.class)).isEmpty();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class UnreachableTokensConfiguration {

		@Bean
		SparkTokenSupplier unreachableTokens() {
			return () -> {
				throw new IllegalStateException("The token server is unreachable");
			};
		}

	}

}
