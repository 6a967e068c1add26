package io.sparkex.boot.test;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkSessionBuilderCustomizer;
import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Base class for tests that share a context. Each class leaves state behind that the
 * other class must not see.
 */
@EmbeddedSpark
@SpringBootTest(classes = AbstractEmbeddedSparkSpringTests.Application.class, webEnvironment = WebEnvironment.NONE,
		properties = { "sparkex.url=sc://ignored", "sparkex.embedded.enabled=true",
				"sparkex.config.spark.sql.session.timeZone=Europe/Berlin",
				"sparkex.sessions.reporting.url=sc://reports.invalid" })
abstract class AbstractEmbeddedSparkSpringTests {

	@Autowired
	private SparkSession spark;

	@BeforeAll
	static void findsInitialStateOfSession(@Autowired ApplicationContext context) {
		TestRunRecord.CONTEXTS.add(context.toString() + System.identityHashCode(context));
		SparkSession spark = context.getBean(SparkSession.class);
		assertThat(spark.table("of_the_application").count()).isEqualTo(5);
		assertThat(spark.table("of_the_ready_application").count()).isEqualTo(6);
		assertThat(spark.catalog().tableExists("left_behind")).isFalse();
		assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("Europe/Berlin");
		assertThat(spark.conf().getOption("app.left.behind")).isEmpty();
		assertThat(spark.catalog().currentDatabase()).isEqualTo("default");
		assertThat(spark.sql("SHOW USER FUNCTIONS LIKE 'left_behind'").collect()).isEmpty();
		assertThat(spark.catalog().tableExists("left_behind_at_first")).isFalse();
		spark.range(1).createOrReplaceTempView("left_behind_at_first");
		spark.conf().set("app.left.behind", "at first");
	}

	@Test
	void usesSharedServer(@Autowired io.sparkex.embedded.EmbeddedSparkServer server,
			@Autowired SparkConnectionDetails details) {
		TestRunRecord.SERVER_PORTS.add(server.port());
		assertThat(details.getUrl()).isEqualTo("sc://127.0.0.1:" + server.port());
		assertThat(TestRunRecord.SERVER_PORTS).hasSize(1);
		assertThat(this.spark.range(3).count()).isEqualTo(3);
	}

	@Test
	void usesSharedServerForNamedSessions(@Autowired @Qualifier("reporting") SparkSession reporting) {
		assertThat(reporting.range(3).count()).isEqualTo(3);
		assertThat(reporting.sessionId()).isNotEqualTo(this.spark.sessionId());
	}

	@Test
	void sharesContext() {
		assertThat(TestRunRecord.CONTEXTS).hasSize(1);
	}

	@Test
	void leavesStateBehind() {
		this.spark.range(3).createOrReplaceTempView("left_behind");
		this.spark.conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
		this.spark.conf().set("app.left.behind", "yes");
		this.spark.sql("CREATE OR REPLACE TEMPORARY FUNCTION left_behind(x INT) RETURNS INT RETURN x + 1");
		this.spark.sql("CREATE DATABASE IF NOT EXISTS left_behind");
		this.spark.catalog().setCurrentDatabase("left_behind");
		assertThat(this.spark.sql("SELECT left_behind(1)").as(Integer.class).single()).isEqualTo(2);
	}

	@Nested
	class NestedTests {

		@Test
		void shareSessionOfOuterClass(@Autowired SparkSession same) {
			assertThat(same).isSameAs(AbstractEmbeddedSparkSpringTests.this.spark);
			assertThat(same.table("of_the_application").count()).isEqualTo(5);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		SparkTokenSupplier tokensOfAnotherServer() {
			return () -> SparkToken.of("unknown");
		}

		@Bean
		ApplicationListener<ApplicationReadyEvent> viewsAtLast(SparkSession spark) {
			return (event) -> spark.range(6).createOrReplaceTempView("of_the_ready_application");
		}

		@Bean
		SparkSessionBuilderCustomizer views() {
			return (builder) -> builder
				.initializer((session) -> session.range(5).createOrReplaceTempView("of_the_application"));
		}

	}

}
