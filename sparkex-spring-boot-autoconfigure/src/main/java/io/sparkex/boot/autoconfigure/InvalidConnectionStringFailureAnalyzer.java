package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

import io.sparkex.errors.InvalidConnectionStringException;
import io.sparkex.transport.ConnectionString;

/**
 * Tells where a wrong Spark Connect URL comes from and what one looks like. Shows the URL
 * only as the exception does, which masks its secrets.
 */
class InvalidConnectionStringFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConnectionStringException> {

	private static final ConfigurationPropertyName URL = ConfigurationPropertyName.of("sparkex.url");

	private final Environment environment;

	InvalidConnectionStringFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidConnectionStringException cause) {
		ConfigurationProperty property = findCulprit();
		StringBuilder description = new StringBuilder(String.valueOf(cause.getMessage())).append('.');
		if (property != null) {
			description.append(" It is the value of the property '").append(URL).append('\'');
			if (property.getOrigin() != null) {
				description.append(", originating from '").append(property.getOrigin()).append('\'');
			}
			description.append('.');
		}
		return new FailureAnalysis(description.toString(),
				"Write the URL" + ((property != null) ? " in '" + URL + "'" : "")
						+ " as sc://host:port, such as sc://localhost:15002. Parameters follow after a slash, each"
						+ " with a semicolon before it: sc://host:15002/;use_ssl=true;user_id=me.",
				cause);
	}

	/**
	 * The property, unless it is right and so the URL in the exception is another one.
	 */
	private @Nullable ConfigurationProperty findCulprit() {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(URL);
			if (property != null) {
				return isInvalid(String.valueOf(property.getValue())) ? property : null;
			}
		}
		return null;
	}

	private boolean isInvalid(String url) {
		try {
			ConnectionString.parse(this.environment.resolvePlaceholders(url));
			return false;
		}
		catch (InvalidConnectionStringException ex) {
			return true;
		}
	}

}
