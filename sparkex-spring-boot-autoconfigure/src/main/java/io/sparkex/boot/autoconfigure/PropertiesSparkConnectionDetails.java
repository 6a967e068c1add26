package io.sparkex.boot.autoconfigure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Adapter of {@link SparkexSessionProperties} to {@link SparkConnectionDetails}. An empty
 * property counts as not set, so that placeholders may have an empty default.
 */
final class PropertiesSparkConnectionDetails implements SparkConnectionDetails, NamedSslBundle {

	private static final Pattern USE_SSL = Pattern.compile("[;/]use_ssl=([^;]*)", Pattern.CASE_INSENSITIVE);

	private final String prefix;

	private final SparkexSessionProperties properties;

	private final @Nullable SslBundles sslBundles;

	/**
	 * Creates connection details for a session.
	 * @param prefix the prefix of its properties
	 * @param properties its properties
	 * @param sslBundles the SSL bundles of the application
	 */
	PropertiesSparkConnectionDetails(String prefix, SparkexSessionProperties properties,
			@Nullable SslBundles sslBundles) {
		this.prefix = prefix;
		this.properties = properties;
		this.sslBundles = sslBundles;
	}

	@Override
	public String getUrl() {
		return withSsl(url());
	}

	@Override
	public boolean isConfigured() {
		return StringUtils.hasText(this.properties.getUrl());
	}

	/**
	 * Returns the URL without regard to the SSL properties.
	 */
	String url() {
		String url = this.properties.getUrl();
		return StringUtils.hasText(url) ? url : SparkConnectionDetails.super.getUrl();
	}

	/**
	 * Adds {@code use_ssl=false} to a URL if the properties disable TLS.
	 */
	String withSsl(String url) {
		return Boolean.FALSE.equals(this.properties.getSsl().getEnabled()) ? withoutTls(url) : url;
	}

	/**
	 * Disables TLS explicitly, since a token would enable it. A malformed URL is left to
	 * its parser.
	 */
	private String withoutTls(String url) {
		Matcher setting = USE_SSL.matcher(url);
		if (!setting.find()) {
			String start = (url.indexOf('/', "sc://".length()) < 0) ? "/;" : ";";
			return url + (url.endsWith(";") ? "" : start) + "use_ssl=false";
		}
		if (setting.group(1).equalsIgnoreCase("true")) {
			throw new InvalidConfigurationPropertyValueException(this.prefix + ".ssl.enabled", false,
					"The URL says use_ssl=true. Remove one of the two.");
		}
		return url;
	}

	@Override
	public @Nullable String getToken() {
		String token = this.properties.getToken();
		return StringUtils.hasText(token) ? token : null;
	}

	@Override
	public @Nullable String getUserId() {
		String userId = this.properties.getUserId();
		return StringUtils.hasText(userId) ? userId : null;
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		SparkexSessionProperties.Ssl ssl = this.properties.getSsl();
		String bundle = getSslBundleName();
		if (bundle == null) {
			return Boolean.TRUE.equals(ssl.getEnabled()) ? SslBundle.systemDefault() : null;
		}
		if (this.sslBundles == null) {
			throw new InvalidConfigurationPropertyValueException(getSslBundleProperty(), bundle,
					"SSL bundles are not available: SslAutoConfiguration is missing.");
		}
		try {
			return this.sslBundles.getBundle(bundle);
		}
		catch (NoSuchSslBundleException ex) {
			throw new InvalidConfigurationPropertyValueException(getSslBundleProperty(), bundle,
					"The SSL bundle does not exist. Define it under 'spring.ssl.bundle.pem' or"
							+ " 'spring.ssl.bundle.jks', or use one of the existing bundles: "
							+ this.sslBundles.getBundleNames() + ".");
		}
	}

	@Override
	public @Nullable String getSslBundleName() {
		SparkexSessionProperties.Ssl ssl = this.properties.getSsl();
		boolean used = !Boolean.FALSE.equals(ssl.getEnabled()) && StringUtils.hasText(ssl.getBundle());
		return used ? ssl.getBundle() : null;
	}

	@Override
	public String getSslBundleProperty() {
		return this.prefix + ".ssl.bundle";
	}

}
