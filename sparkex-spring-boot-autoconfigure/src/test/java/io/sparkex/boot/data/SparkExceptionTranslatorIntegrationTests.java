package io.sparkex.boot.data;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.stereotype.Repository;

import io.sparkex.SparkSession;
import io.sparkex.boot.TestSparkServer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.autoconfigure.data.SparkexExceptionTranslationAutoConfiguration;
import io.sparkex.errors.AnalysisException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SparkExceptionTranslator} with a repository.
 */
class SparkExceptionTranslatorIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexExceptionTranslationAutoConfiguration.class,
				SparkexAutoConfiguration.class))
		.withPropertyValues(TestSparkServer.properties())
		.withBean(Numbers.class);

	private void assertTranslated(Class<? extends DataAccessException> type, String sql, String... properties) {
		this.contextRunner.withPropertyValues(properties)
			.run((context) -> assertThatExceptionOfType(type)
				.isThrownBy(() -> context.getBean(Numbers.class).first(sql))
				.satisfies((ex) -> assertThat(ex.getCause()).isNotNull()));
	}

	@Test
	void translatesInvalidQueries() {
		assertTranslated(InvalidDataAccessResourceUsageException.class, "SELECT * FROM nowhere");
		assertTranslated(InvalidDataAccessResourceUsageException.class, "SELEKT 1 FROM x");
		assertTranslated(UncategorizedDataAccessException.class, "SELECT raise_error('no')");
	}

	@Test
	void translatesUnreachableServer() {
		assertTranslated(TransientDataAccessResourceException.class, "SELECT 1", "sparkex.url=sc://localhost:1",
				"sparkex.retry.budget=0s");
	}

	@Test
	void translatesTimeouts() {
		assertTranslated(QueryTimeoutException.class, "SELECT java_method('java.lang.Thread', 'sleep', 60000L)",
				"sparkex.execution.timeout=500ms");
	}

	@Test
	void doesNotTranslateWithoutSpringTx() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.dao"))
			.run((context) -> assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> context.getBean(Numbers.class).first("SELECT * FROM nowhere")));
	}

	@Test
	void ignoresOtherExceptions() {
		assertThat(new SparkExceptionTranslator().translateExceptionIfPossible(new IllegalStateException())).isNull();
	}

	@Repository
	static class Numbers {

		private final SparkSession spark;

		Numbers(SparkSession spark) {
			this.spark = spark;
		}

		Object first(String sql) {
			return this.spark.sql(sql).first();
		}

	}

}
