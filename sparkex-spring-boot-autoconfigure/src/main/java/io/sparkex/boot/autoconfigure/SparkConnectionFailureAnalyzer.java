package io.sparkex.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.TlsException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;

/**
 * {@link org.springframework.boot.diagnostics.FailureAnalyzer} for a
 * {@link TransportException}: an application does not start because the connection check
 * fails.
 */
class SparkConnectionFailureAnalyzer extends AbstractFailureAnalyzer<TransportException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TransportException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", action(cause), cause);
	}

	private static String action(TransportException cause) {
		if (cause instanceof TlsException) {
			return "Enable TLS if the server uses it, and disable it otherwise: 'sparkex.ssl.enabled', or 'use_ssl' in"
					+ " 'sparkex.url'. Configure the trusted certificates in an SSL bundle: 'sparkex.ssl.bundle' and"
					+ " 'spring.ssl.bundle.*'.";
		}
		if (cause instanceof AuthenticationException) {
			return "Set 'sparkex.token' to the token of the server (its property spark.connect.authenticate.token), or"
					+ " define a bean of type SparkTokenSupplier.";
		}
		if (cause instanceof UnreachableException || cause instanceof DeadlineExceededException) {
			return "Start a Spark Connect server at this address, or correct 'sparkex.url'. To run an embedded server for"
					+ " development, add io.sparkex:sparkex-embedded and set 'sparkex.embedded.enabled' to true. To"
					+ " start the application without Spark, set 'sparkex.startup.validate' to false.";
		}
		return "Set 'sparkex.url' to the host and port of a Spark Connect server. The default port is 15002; 7077, 4040"
				+ " and 8080 are ports of other Spark services.";
	}

}
