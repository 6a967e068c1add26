package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.StringUtils;

/**
 * Points a session at the server of another one, perhaps with a token or user of its own.
 */
final class NeighbourConnectionDetails implements SparkConnectionDetails, NamedSslBundle {

	private final SparkConnectionDetails neighbour;

	private final SparkSessionProperties properties;

	NeighbourConnectionDetails(SparkConnectionDetails neighbour, SparkSessionProperties properties) {
		this.neighbour = neighbour;
		this.properties = properties;
	}

	@Override
	public String getUrl() {
		return this.neighbour.getUrl();
	}

	@Override
	public @Nullable String getToken() {
		return hasOwnToken() ? this.properties.getToken() : this.neighbour.getToken();
	}

	@Override
	public boolean isTokenAllowedOverPlaintext() {
		return !hasOwnToken() && this.neighbour.isTokenAllowedOverPlaintext();
	}

	boolean hasOwnToken() {
		return StringUtils.hasText(this.properties.getToken());
	}

	SparkConnectionDetails neighbour() {
		return this.neighbour;
	}

	@Override
	public @Nullable String getUserId() {
		return StringUtils.hasText(this.properties.getUserId()) ? this.properties.getUserId()
				: this.neighbour.getUserId();
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		return this.neighbour.getSslBundle();
	}

	@Override
	public @Nullable String getSslBundleName() {
		return (this.neighbour instanceof NamedSslBundle named) ? named.getSslBundleName() : null;
	}

}
