package io.sparkex;

import org.junit.jupiter.api.Test;

import io.sparkex.errors.AnalysisException;

import static io.sparkex.Functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for temporary and global temporary views.
 */
class TemporaryViewsIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@Test
	void createsTemporaryView() {
		spark.range(10).filter(col("id").geq(7)).createTempView("views_late");
		assertThat(spark.sql("SELECT sum(id) FROM views_late").as(Long.class).single()).isEqualTo(24);
		assertThat(spark.table("views_late").count()).isEqualTo(3);
	}

	@Test
	void replacesViewOnlyIfRequested() {
		spark.range(1).createTempView("views_local");
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> spark.range(2).createTempView("views_local"))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TEMP_TABLE_OR_VIEW_ALREADY_EXISTS"));
		assertThat(spark.table("views_local").count()).isEqualTo(1);
		spark.range(2).createOrReplaceTempView("views_local");
		assertThat(spark.table("views_local").count()).isEqualTo(2);
		// A DataFrame that reads the replaced view keeps its definition.
		spark.table("views_local").union(spark.range(5)).createOrReplaceTempView("views_local");
		assertThat(spark.table("views_local").count()).isEqualTo(7);
	}

	@Test
	void hidesViewFromOtherSessions() {
		spark.range(1).createOrReplaceTempView("views_private");
		try (SparkSession other = TestServer.session()) {
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(other.table("views_private")::schema);
		}
	}

	@Test
	void sharesGlobalView() {
		spark.range(3).createGlobalTempView("views_shared");
		try (SparkSession other = TestServer.session()) {
			assertThat(other.table("global_temp.views_shared").count()).isEqualTo(3);
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> other.range(4).createGlobalTempView("views_shared"));
			other.range(4).createOrReplaceGlobalTempView("views_shared");
		}
		assertThat(spark.sql("SELECT * FROM global_temp.views_shared").count()).isEqualTo(4);
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(spark.table("views_shared")::schema);
		spark.sql("DROP VIEW global_temp.views_shared");
	}

	@Test
	void doesNotReplaceViewOfNameWithDatabase() {
		spark.range(5).createOrReplaceTempView("views_orders");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> spark.range(1).createOrReplaceTempView("sales.views_orders"))
			.withMessageContaining("sales.views_orders");
		assertThat(spark.table("views_orders").count()).isEqualTo(5);
	}

	@Test
	void acceptsQuotedNames() {
		spark.range(6).createTempView("`odd view`");
		assertThat(spark.table("`odd view`").count()).isEqualTo(6);
		spark.range(7).createTempView("`views.dotted`");
		assertThat(spark.table("`views.dotted`").count()).isEqualTo(7);
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> spark.range(1).createTempView("odd view"));
	}

}
