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
 * Adapts {@link SparkexSessionProperties} to {@link SparkConnectionDetails}. A property
 * that is set to nothing counts as not set, so that placeholders may have an empty
 * default.
 */
final class PropertiesSparkConnectionDetails implements SparkConnectionDetails, NamedSslBundle {

	private static final Pattern USE_SSL = Pattern.compile("[;/]use_ssl=([^;]*)", Pattern.CASE_INSENSITIVE);

	private final String prefix;

	private final SparkexSessionProperties properties;

	private final @Nullable SslBundles sslBundles;

	/**
	 * The connection details of a session.
	 * @param prefix what the names of its properties begin with
	 * @param properties its properties
	 * @param sslBundles the bundles that it may name
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

	/**
	 * The URL whatever is said about encryption besides.
	 */
	String url() {
		String url = this.properties.getUrl();
		return StringUtils.hasText(url) ? url : SparkConnectionDetails.super.getUrl();
	}

	/**
	 * A URL that is not encrypted if the properties say so.
	 */
	String withSsl(String url) {
		return Boolean.FALSE.equals(this.properties.getSsl().getEnabled()) ? withoutTls(url) : url;
	}

	/**
	 * A token would have it encrypted. What is malformed is left to whoever reads it.
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
					"There are no SSL bundles: the auto-configuration for them is missing.");
		}
		try {
			return this.sslBundles.getBundle(bundle);
		}
		catch (NoSuchSslBundleException ex) {
			throw new InvalidConfigurationPropertyValueException(getSslBundleProperty(), bundle,
					"There is no such SSL bundle. Describe it under 'spring.ssl.bundle.pem' or"
							+ " 'spring.ssl.bundle.jks', or name one of those that are there: "
							+ this.sslBundles.getBundleNames() + ".");
		}
	}

	@Override
	public @Nullable String getSslBundleName() {
		SparkexSessionProperties.Ssl ssl = this.properties.getSsl();
		boolean wanted = !Boolean.FALSE.equals(ssl.getEnabled()) && StringUtils.hasText(ssl.getBundle());
		return wanted ? ssl.getBundle() : null;
	}

	@Override
	public String getSslBundleProperty() {
		return this.prefix + ".ssl.bundle";
	}

}
