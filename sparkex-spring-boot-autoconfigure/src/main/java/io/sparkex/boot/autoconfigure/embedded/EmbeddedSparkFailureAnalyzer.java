package io.sparkex.boot.autoconfigure.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.sparkex.embedded.EmbeddedSparkException;

/**
 * {@link org.springframework.boot.diagnostics.FailureAnalyzer} for an
 * {@link EmbeddedSparkException}.
 */
class EmbeddedSparkFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedSparkException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedSparkException cause) {
		return new FailureAnalysis(String.valueOf(cause
			.getMessage()), "Follow the description. For each builder method that it names, there is a property under"
					+ " 'sparkex.embedded.*', such as 'sparkex.embedded.startup-timeout'. To use another server instead,"
					+ " set 'sparkex.embedded.enabled' to false and 'sparkex.url' to its URL.",
				cause);
	}

}
