package io.sparkex;

import java.util.Map;
import java.util.Properties;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sparkex.errors.InvalidPlanException;

import static io.sparkex.Functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the validation of writers, without a server.
 */
class WritersTests {

	private final SparkSession spark = SparkSession.builder().url("sc://localhost:1").build();

	private final DataFrame df = this.spark.range(3);

	@AfterEach
	void close() {
		this.spark.close();
	}

	@ParameterizedTest
	@CsvSource({ "append, Append", "OVERWRITE, Overwrite", "error, ErrorIfExists", "ErrorIfExists, ErrorIfExists",
			"default, ErrorIfExists", "Ignore, Ignore" })
	void parsesSaveModes(String name, SaveMode mode) {
		assertThat(SaveMode.of(name)).isSameAs(mode);
	}

	@Test
	void reportsUnknownSaveMode() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.df.write().mode("upsert"))
			.withMessage(
					"Unknown save mode 'upsert'; use append, overwrite, error, errorifexists, default or" + " ignore");
	}

	@Test
	void rejectsBucketsWithoutTable() {
		DataFrameWriter writer = this.df.write().bucketBy(4, "id").sortBy("id");
		assertRejects(() -> writer.save("/x"), "save() cannot write buckets; call saveAsTable()");
		assertRejects(writer::save, "save()");
		assertRejects(() -> writer.parquet("/x"), "save()");
		assertRejects(() -> writer.insertInto("t"), "insertInto() cannot write buckets");
		assertRejects(() -> writer.jdbc("jdbc:x", "t", new Properties()), "jdbc() cannot write buckets");
		assertThatIllegalArgumentException().isThrownBy(() -> this.df.write().bucketBy(0, "id"))
			.withMessageContaining("at least 1 but is 0");
	}

	@Test
	void rejectsSortWithoutBuckets() {
		DataFrameWriter writer = this.df.write().sortBy("id");
		assertRejects(() -> writer.saveAsTable("t"), "sortBy() sorts within buckets; call bucketBy() as well");
		assertRejects(() -> writer.save("/x"), "bucketBy()");
		assertRejects(() -> writer.insertInto("t"), "bucketBy()");
	}

	@Test
	void rejectsLayoutForExistingTable() {
		assertRejects(() -> this.df.write().partitionBy("id").insertInto("t"), "remove partitionBy()");
		assertRejects(() -> this.df.write().clusterBy("id").insertInto("t"), "remove clusterBy()");
		assertRejects(() -> this.df.write().partitionBy("id").jdbc("jdbc:x", "t", Map.of()), "remove partitionBy()");
		assertRejects(() -> this.df.write().clusterBy("id").jdbc("jdbc:x", "t", Map.of()), "clusterBy()");
	}

	@Test
	void rejectsClusteringWithPartitioning() {
		assertRejects(() -> this.df.write().partitionBy("id").clusterBy("id"), "choose one");
		assertRejects(() -> this.df.write().clusterBy("id").partitionBy("id"), "choose one");
		assertRejects(() -> this.df.write().clusterBy("id").bucketBy(1, "id"), "choose one");
		assertRejects(() -> this.df.writeTo("t").clusterBy("id").partitionedBy(col("id")), "choose one");
		assertRejects(() -> this.df.writeTo("t").partitionedBy(col("id")).clusterBy("id"), "choose one");
	}

	@Test
	void rejectsMergeWithoutActions() {
		assertRejects(() -> this.df.mergeInto("t", col("id").equalTo(1)).merge(), "call whenMatched()");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.df.mergeInto("t", col("id").equalTo(1)).whenMatched().update(Map.of()))
			.withMessage("assign a value to at least one column");
	}

	@Test
	void rejectsUpdateAllWithoutSourceRow() {
		WhenNotMatchedBySource unmatched = this.df.mergeInto("t", col("id").equalTo(1)).whenNotMatchedBySource();
		assertThatExceptionOfType(InvalidPlanException.class).isThrownBy(unmatched::updateAll)
			.withMessageContaining("update(Map)");
	}

	@Test
	void rejectsBlankNames() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.df.write().saveAsTable(""));
		assertThatIllegalArgumentException().isThrownBy(() -> this.df.write().save(""));
		assertThatIllegalArgumentException().isThrownBy(() -> this.df.writeTo("").append());
		assertThatIllegalArgumentException().isThrownBy(() -> this.df.createTempView(" "));
	}

	private static void assertRejects(ThrowingCallable call, String message) {
		assertThatIllegalStateException().isThrownBy(call).withMessageContaining(message);
	}

}
