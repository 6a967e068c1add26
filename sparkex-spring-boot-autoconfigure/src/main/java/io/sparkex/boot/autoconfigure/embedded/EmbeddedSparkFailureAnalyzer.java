package io.sparkex.boot.autoconfigure.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.sparkex.embedded.EmbeddedSparkException;

/**
 * Shows why an embedded Spark did not start, and how its settings are named here.
 */
class EmbeddedSparkFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedSparkException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedSparkException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Change what the description says. What it calls the builder's methods are the properties"
						+ " 'sparkex.embedded.*', such as 'sparkex.embedded.startup-timeout'. To do without an embedded"
						+ " Spark, set 'sparkex.embedded.enabled' to false and name a server in 'sparkex.url'.",
				cause);
	}

}
