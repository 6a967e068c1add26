package io.sparkex.boot.test;

import io.sparkex.SparkSession;

/**
 * One of several classes without Spring.
 */
class EmbeddedSparkSecondIntegrationTests extends PlainTestsOfSpark {

	EmbeddedSparkSecondIntegrationTests(SparkSession spark, io.sparkex.embedded.EmbeddedSparkServer server) {
		super(spark, server);
	}

}
