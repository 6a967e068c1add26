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
 * What the writers refuse at the call, without a server.
 */
class WritersTests {

	private final SparkSession spark = SparkSession.builder().url("sc://localhost:1").build();

	private final DataFrame frame = this.spark.range(3);

	@AfterEach
	void close() {
		this.spark.close();
	}

	@ParameterizedTest
	@CsvSource({ "append, Append", "OVERWRITE, Overwrite", "error, ErrorIfExists", "ErrorIfExists, ErrorIfExists",
			"default, ErrorIfExists", "Ignore, Ignore" })
	void knowsTheNamesOfModes(String name, SaveMode mode) {
		assertThat(SaveMode.of(name)).isSameAs(mode);
	}

	@Test
	void namesTheModesWhereOneIsUnknown() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.frame.write().mode("upsert"))
			.withMessage(
					"Unknown save mode 'upsert'; use append, overwrite, error, errorifexists, default or" + " ignore");
	}

	@Test
	void refusesBucketsOutsideOfATable() {
		DataFrameWriter writer = this.frame.write().bucketBy(4, "id").sortBy("id");
		refuses(() -> writer.save("/x"), "save() cannot write buckets; call saveAsTable()");
		refuses(writer::save, "save()");
		refuses(() -> writer.parquet("/x"), "save()");
		refuses(() -> writer.insertInto("t"), "insertInto() cannot write buckets");
		refuses(() -> writer.jdbc("jdbc:x", "t", new Properties()), "jdbc() cannot write buckets");
		assertThatIllegalArgumentException().isThrownBy(() -> this.frame.write().bucketBy(0, "id"))
			.withMessageContaining("at least 1 but is 0");
	}

	@Test
	void refusesToSortWithoutBuckets() {
		DataFrameWriter writer = this.frame.write().sortBy("id");
		refuses(() -> writer.saveAsTable("t"), "sortBy() sorts within buckets; call bucketBy() as well");
		refuses(() -> writer.save("/x"), "bucketBy()");
		refuses(() -> writer.insertInto("t"), "bucketBy()");
	}

	@Test
	void refusesALayoutForATableThatHasOne() {
		refuses(() -> this.frame.write().partitionBy("id").insertInto("t"), "remove partitionBy()");
		refuses(() -> this.frame.write().clusterBy("id").insertInto("t"), "remove clusterBy()");
		refuses(() -> this.frame.write().partitionBy("id").jdbc("jdbc:x", "t", Map.of()), "remove partitionBy()");
		refuses(() -> this.frame.write().clusterBy("id").jdbc("jdbc:x", "t", Map.of()), "clusterBy()");
	}

	@Test
	void refusesToClusterWhatIsPartitioned() {
		refuses(() -> this.frame.write().partitionBy("id").clusterBy("id"), "choose one");
		refuses(() -> this.frame.write().clusterBy("id").partitionBy("id"), "choose one");
		refuses(() -> this.frame.write().clusterBy("id").bucketBy(1, "id"), "choose one");
		refuses(() -> this.frame.writeTo("t").clusterBy("id").partitionedBy(col("id")), "choose one");
		refuses(() -> this.frame.writeTo("t").partitionedBy(col("id")).clusterBy("id"), "choose one");
	}

	@Test
	void refusesAMergeWithoutActions() {
		refuses(() -> this.frame.mergeInto("t", col("id").equalTo(1)).merge(), "call whenMatched()");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.frame.mergeInto("t", col("id").equalTo(1)).whenMatched().update(Map.of()))
			.withMessage("assign a value to at least one column");
	}

	@Test
	void refusesToUpdateRowsFromNoOthers() {
		WhenNotMatchedBySource unmatched = this.frame.mergeInto("t", col("id").equalTo(1)).whenNotMatchedBySource();
		assertThatExceptionOfType(InvalidPlanException.class).isThrownBy(unmatched::updateAll)
			.withMessageContaining("update(Map)");
	}

	@Test
	void refusesBlankNames() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.frame.write().saveAsTable(""));
		assertThatIllegalArgumentException().isThrownBy(() -> this.frame.write().save(""));
		assertThatIllegalArgumentException().isThrownBy(() -> this.frame.writeTo("").append());
		assertThatIllegalArgumentException().isThrownBy(() -> this.frame.createTempView(" "));
	}

	private static void refuses(ThrowingCallable call, String message) {
		assertThatIllegalStateException().isThrownBy(call).withMessageContaining(message);
	}

}
