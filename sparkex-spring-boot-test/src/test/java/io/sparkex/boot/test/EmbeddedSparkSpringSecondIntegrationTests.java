package io.sparkex.boot.test;

/**
 * One of several classes that share a context.
 */
class EmbeddedSparkSpringSecondIntegrationTests extends SpringTestsOfSpark {

}
