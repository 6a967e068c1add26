package io.sparkex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.errors.PermissionDeniedException;
import io.sparkex.types.DataTypes;

import static io.sparkex.Functions.call_function;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that denied access in a running query is reported as
 * {@link PermissionDeniedException}. A function takes the role of the storage.
 */
class DeniedAccessIntegrationTests {

	private static final String STORAGE = """
			package denied;
			public class Storage implements org.apache.spark.sql.api.java.UDF1<String, String> {
				public String call(String path) throws Exception {
					throw new java.nio.file.AccessDeniedException(path, null, "403 Forbidden");
				}
			}
			""";

	@TempDir
	private Path folder;

	@Test
	void recognizesDeniedAccessByCause() throws IOException {
		Files.writeString(this.folder.resolve("Storage.java"), STORAGE);
		SparkCompiler.compile(this.folder);
		try (SparkSession spark = TestServer.session()) {
			spark.addArtifact(this.folder.resolve("Storage.class").toString(), "denied/Storage.class");
			spark.udf().registerJava("storage", "denied.Storage", DataTypes.StringType);
			DataFrame df = spark.range(1).select(call_function("storage", lit("s3a://secret/data")));
			assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(df::collect)
				.withMessageStartingWith("[FAILED_EXECUTE_UDF] ")
				.withMessageContaining("s3a://secret/data: 403 Forbidden")
				.satisfies((ex) -> assertThat(Objects.requireNonNull(ex.serverError()).getCause())
					.hasToString("java.nio.file.AccessDeniedException: s3a://secret/data: 403 Forbidden"));
		}
	}

}
