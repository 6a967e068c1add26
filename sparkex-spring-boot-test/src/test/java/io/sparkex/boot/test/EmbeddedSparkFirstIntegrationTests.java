package io.sparkex.boot.test;

import io.sparkex.SparkSession;

/**
 * One of several classes without Spring.
 */
class EmbeddedSparkFirstIntegrationTests extends PlainTestsOfSpark {

	EmbeddedSparkFirstIntegrationTests(SparkSession spark, io.sparkex.embedded.EmbeddedSparkServer server) {
		super(spark, server);
	}

}
