package io.sparkex.boot.test;

import org.springframework.core.Ordered;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

/**
 * Gives the token of a shared server, before other suppliers of the application, whose
 * tokens the server would refuse.
 */
final class SharedServerTokenSupplier implements SparkTokenSupplier, Ordered {

	private final SharedServer server;

	SharedServerTokenSupplier(SharedServer server) {
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
