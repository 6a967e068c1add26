package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.StringUtils;

/**
 * Points a session at the server of another one, perhaps with a token, user or encryption
 * of its own.
 */
final class InheritedConnectionDetails implements SparkConnectionDetails, NamedSslBundle {

	private final SparkConnectionDetails neighbour;

	private final PropertiesSparkConnectionDetails own;

	private final SparkexSessionProperties.Ssl ssl;

	/**
	 * The connection details of a session.
	 * @param neighbour those of the session at the same server
	 * @param own what its properties say, but for the URL
	 * @param properties its properties
	 */
	InheritedConnectionDetails(SparkConnectionDetails neighbour, PropertiesSparkConnectionDetails own,
			SparkexSessionProperties properties) {
		this.neighbour = neighbour;
		this.own = own;
		this.ssl = properties.getSsl();
	}

	@Override
	public String getUrl() {
		// What the other has added to its URL to turn encryption off is not for this one.
		String url = (hasOwnSsl() && this.neighbour instanceof PropertiesSparkConnectionDetails other) ? other.url()
				: this.neighbour.getUrl();
		return this.own.withSsl(url);
	}

	@Override
	public @Nullable String getToken() {
		return hasOwnToken() ? this.own.getToken() : this.neighbour.getToken();
	}

	@Override
	public boolean isTokenAllowedOverPlaintext() {
		return !hasOwnToken() && this.neighbour.isTokenAllowedOverPlaintext();
	}

	boolean hasOwnToken() {
		return this.own.getToken() != null;
	}

	SparkConnectionDetails neighbour() {
		return this.neighbour;
	}

	@Override
	public @Nullable String getUserId() {
		String userId = this.own.getUserId();
		return (userId != null) ? userId : this.neighbour.getUserId();
	}

	/**
	 * To ask for encryption alone changes nothing where the other has a bundle.
	 */
	private boolean hasOwnSsl() {
		boolean bundle = StringUtils.hasText(this.ssl.getBundle());
		if (Boolean.TRUE.equals(this.ssl.getEnabled()) && !bundle) {
			return this.neighbour.getSslBundle() == null;
		}
		return this.ssl.getEnabled() != null || bundle;
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		return hasOwnSsl() ? this.own.getSslBundle() : this.neighbour.getSslBundle();
	}

	@Override
	public @Nullable String getSslBundleName() {
		NamedSslBundle named = named();
		return (named != null) ? named.getSslBundleName() : null;
	}

	@Override
	public String getSslBundleProperty() {
		NamedSslBundle named = named();
		return (named != null) ? named.getSslBundleProperty() : this.own.getSslBundleProperty();
	}

	private @Nullable NamedSslBundle named() {
		if (hasOwnSsl()) {
			return this.own;
		}
		return (this.neighbour instanceof NamedSslBundle named) ? named : null;
	}

}
