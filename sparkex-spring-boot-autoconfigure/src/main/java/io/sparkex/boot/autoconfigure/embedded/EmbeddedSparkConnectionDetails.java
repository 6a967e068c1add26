package io.sparkex.boot.autoconfigure.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkexProperties;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * {@link SparkConnectionDetails} for an {@link EmbeddedSparkServer}.
 */
final class EmbeddedSparkConnectionDetails implements SparkConnectionDetails {

	private final EmbeddedSparkServer server;

	private final SparkexProperties properties;

	EmbeddedSparkConnectionDetails(EmbeddedSparkServer server, SparkexProperties properties) {
		this.server = server;
		this.properties = properties;
	}

	@Override
	public String getUrl() {
		return "sc://" + this.server.host() + ":" + this.server.port();
	}

	@Override
	public String getToken() {
		return this.server.token();
	}

	@Override
	public @Nullable String getUserId() {
		String userId = this.properties.getUserId();
		return StringUtils.hasText(userId) ? userId : null;
	}

}
