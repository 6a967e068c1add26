package io.sparkex.boot.test;

import org.springframework.core.Ordered;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

/**
 * {@link SparkTokenSupplier} for a shared server. Takes precedence over the suppliers of
 * the application, whose tokens the server would reject.
 */
final class SharedEmbeddedSparkTokenSupplier implements SparkTokenSupplier, Ordered {

	private final SharedEmbeddedSparkServer server;

	SharedEmbeddedSparkTokenSupplier(SharedEmbeddedSparkServer server) {
		this.server = server;
	}

	@Override
	public SparkToken get() {
		return SparkToken.of(this.server.getForContext().token());
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
