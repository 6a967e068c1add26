package io.sparkex;

import java.nio.file.Path;

import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * A real server with a catalog named {@code lake} of Iceberg tables, since Spark's own
 * tables do not support partial overwrites and merges. Started on first use; stopped with
 * the JVM.
 */
public final class IcebergServer {

	private static final String CATALOG = "spark.sql.catalog.lake";

	private static final EmbeddedSparkServer server = start();

	private IcebergServer() {
	}

	private static EmbeddedSparkServer start() {
		return TestServer.builder("4.1.2")
			.packages("org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:1.11.0")
			.config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
			.config(CATALOG, "org.apache.iceberg.spark.SparkCatalog")
			.config(CATALOG + ".type", "hadoop")
			.config(CATALOG + ".warehouse", Path.of("target/lake").toAbsolutePath().toString())
			.start();
	}

	public static SparkSession session() {
		return SparkSession.builder().url(server.url()).build();
	}

}
