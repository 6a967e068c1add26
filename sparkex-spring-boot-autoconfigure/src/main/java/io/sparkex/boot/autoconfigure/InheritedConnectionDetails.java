package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.StringUtils;

/**
 * {@link SparkConnectionDetails} of a session that uses the server of another session.
 * Its properties may set another token, user or TLS configuration.
 */
final class InheritedConnectionDetails implements SparkConnectionDetails, NamedSslBundle {

	private final SparkConnectionDetails parent;

	private final PropertiesSparkConnectionDetails own;

	private final SparkexSessionProperties.Ssl ssl;

	/**
	 * Creates connection details for a session.
	 * @param parent the connection details of the other session
	 * @param own the connection details from the session's own properties, without a URL
	 * @param properties the session's own properties
	 */
	InheritedConnectionDetails(SparkConnectionDetails parent, PropertiesSparkConnectionDetails own,
			SparkexSessionProperties properties) {
		this.parent = parent;
		this.own = own;
		this.ssl = properties.getSsl();
	}

	@Override
	public String getUrl() {
		// use_ssl=false, which the properties of the other session may have added, does
		// not apply to a session with its own TLS configuration.
		String url = (hasOwnSsl() && this.parent instanceof PropertiesSparkConnectionDetails other) ? other.url()
				: this.parent.getUrl();
		return this.own.withSsl(url);
	}

	@Override
	public boolean isConfigured() {
		return this.parent.isConfigured();
	}

	@Override
	public @Nullable String getToken() {
		return hasOwnToken() ? this.own.getToken() : this.parent.getToken();
	}

	@Override
	public boolean isTokenAllowedOverPlaintext() {
		return !hasOwnToken() && this.parent.isTokenAllowedOverPlaintext();
	}

	boolean hasOwnToken() {
		return this.own.getToken() != null;
	}

	SparkConnectionDetails parent() {
		return this.parent;
	}

	@Override
	public @Nullable String getUserId() {
		String userId = this.own.getUserId();
		return (userId != null) ? userId : this.parent.getUserId();
	}

	/**
	 * Returns whether this session has its own TLS configuration. Enabling TLS without a
	 * bundle keeps the bundle of the other session.
	 */
	private boolean hasOwnSsl() {
		boolean bundle = StringUtils.hasText(this.ssl.getBundle());
		if (Boolean.TRUE.equals(this.ssl.getEnabled()) && !bundle) {
			return this.parent.getSslBundle() == null;
		}
		return this.ssl.getEnabled() != null || bundle;
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		return hasOwnSsl() ? this.own.getSslBundle() : this.parent.getSslBundle();
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
		return (this.parent instanceof NamedSslBundle named) ? named : null;
	}

}
