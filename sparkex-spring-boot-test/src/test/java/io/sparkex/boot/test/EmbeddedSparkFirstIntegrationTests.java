package io.sparkex.boot.test;

import io.sparkex.SparkSession;

/**
 * Tests for {@link EmbeddedSpark @EmbeddedSpark} without Spring, one of two classes with
 * equal settings.
 */
class EmbeddedSparkFirstIntegrationTests extends AbstractEmbeddedSparkTests {

	EmbeddedSparkFirstIntegrationTests(SparkSession spark, io.sparkex.embedded.EmbeddedSparkServer server) {
		super(spark, server);
	}

}
