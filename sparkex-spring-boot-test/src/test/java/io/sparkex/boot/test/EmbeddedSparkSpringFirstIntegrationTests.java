package io.sparkex.boot.test;

/**
 * Tests for {@link EmbeddedSpark @EmbeddedSpark} with Spring, one of two classes that
 * share a context.
 */
class EmbeddedSparkSpringFirstIntegrationTests extends AbstractEmbeddedSparkSpringTests {

}
