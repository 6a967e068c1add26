package io.sparkex.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.TlsException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;

/**
 * Says what to do where an application does not start since it finds no Spark, or none
 * that lets it in.
 */
class SparkConnectionFailureAnalyzer extends AbstractFailureAnalyzer<TransportException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TransportException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", action(cause), cause);
	}

	private static String action(TransportException cause) {
		if (cause instanceof TlsException) {
			return "Encrypt where the server does, and only there: 'sparkex.ssl.enabled' and 'use_ssl' in"
					+ " 'sparkex.url'. Name those to trust in an SSL bundle: 'sparkex.ssl.bundle' and"
					+ " 'spring.ssl.bundle.*'.";
		}
		if (cause instanceof AuthenticationException) {
			return "Set 'sparkex.token' to the token of the server (spark.connect.authenticate.token there), or give"
					+ " tokens by a bean of type SparkTokenSupplier.";
		}
		if (cause instanceof UnreachableException || cause instanceof DeadlineExceededException) {
			return "Start a Spark Connect server there, or correct 'sparkex.url'. To have one on this machine for"
					+ " development, add io.sparkex:sparkex-embedded and set 'sparkex.embedded.enabled' to true. To"
					+ " start without Spark, set 'sparkex.startup.validate' to false.";
		}
		return "Set 'sparkex.url' to the host and port of a Spark Connect server, which is 15002 by default; 7077, 4040"
				+ " and 8080 are other services of Spark.";
	}

}
