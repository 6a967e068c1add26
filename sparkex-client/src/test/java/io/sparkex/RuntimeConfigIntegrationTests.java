package io.sparkex;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.sparkex.errors.RemoteException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RuntimeConfig} on a real server.
 */
class RuntimeConfigIntegrationTests {

	private static final String PARTITIONS = "spark.sql.shuffle.partitions";

	private static final String ANSI = "spark.sql.ansi.enabled";

	private static final String STATIC = "spark.sql.warehouse.dir";

	private SparkSession spark;

	private RuntimeConfig conf;

	@BeforeEach
	void open() {
		this.spark = TestServer.session();
		this.conf = this.spark.conf();
	}

	@AfterEach
	void close() {
		this.spark.close();
	}

	@Test
	void setsValuesOfAllTypes() {
		this.conf.set("sparkex.text", "ü ; '");
		this.conf.set(ANSI, false);
		this.conf.set(PARTITIONS, 3);
		assertThat(this.conf.get("sparkex.text")).isEqualTo("ü ; '");
		assertThat(this.conf.get(ANSI)).isEqualTo("false");
		assertThat(this.conf.get(PARTITIONS)).isEqualTo("3");
		assertThat(this.spark.sql("SELECT CAST('x' AS INT) IS NULL").as(Boolean.class).single()).isTrue();
	}

	@Test
	void doesNotChangeOtherSessions() {
		this.conf.set(PARTITIONS, 7);
		try (SparkSession other = TestServer.session()) {
			assertThat(other.conf().get(PARTITIONS)).isEqualTo("2");
		}
	}

	@Test
	void resetsToValueOfServer() {
		this.conf.set(PARTITIONS, 7);
		this.conf.set("sparkex.text", "x");
		this.conf.unset(PARTITIONS);
		this.conf.unset("sparkex.text");
		this.conf.unset("sparkex.never.set");
		assertThat(this.conf.get(PARTITIONS)).isNotEqualTo("7");
		assertThat(this.conf.contains("sparkex.text")).isFalse();
	}

	@Test
	void distinguishesUnknownKeys() {
		assertThat(this.conf.getOption(PARTITIONS)).hasValue("2");
		assertThat(this.conf.getOption("spark.sql.sources.default")).hasValue("parquet");
		assertThat(this.conf.getOption("sparkex.unknown")).isEmpty();
		assertThat(this.conf.contains(PARTITIONS)).isTrue();
		assertThat(this.conf.get("sparkex.unknown", "else")).isEqualTo("else");
		assertThat(this.conf.get(PARTITIONS, "9")).isEqualTo("2");
		assertThat(this.conf.get("spark.sql.sources.default", "orc")).isEqualTo("orc");
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> this.conf.get("sparkex.unknown"))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("SQL_CONF_NOT_FOUND"));
	}

	@Test
	void rejectsStaticKeysAndInvalidValues() {
		assertThat(this.conf.isModifiable(STATIC)).isFalse();
		assertThat(this.conf.isModifiable(PARTITIONS)).isTrue();
		assertThat(this.conf.isModifiable("sparkex.unknown")).isFalse();
		assertThat(this.conf.get(STATIC)).contains("warehouse");
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> this.conf.set(STATIC, "/elsewhere"))
			.satisfies((ex) -> assertThat(ex.errorClass()).startsWith("CANNOT_MODIFY"));
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> this.conf.unset(STATIC));
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> this.conf.set(PARTITIONS, "many"));
	}

	@Test
	void listsSetProperties() {
		this.conf.set("sparkex.text", "x");
		assertThat(this.conf.getAll()).containsEntry("sparkex.text", "x")
			.containsEntry(PARTITIONS, "2")
			.doesNotContainKey("spark.sql.sources.default")
			.isUnmodifiable();
	}

	@Test
	void distinguishesUnsetFromUnknownProperties() {
		assertThat(this.conf.getOption("spark.sql.optimizer.excludedRules")).isEmpty();
		assertThat(this.conf.get("spark.sql.optimizer.excludedRules")).isEmpty();
	}

}
