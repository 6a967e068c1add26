package io.sparkex.boot.autoconfigure;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.sparkex.connect.ConnectionString;
import io.sparkex.errors.InvalidConnectionStringException;

/**
 * {@link org.springframework.boot.diagnostics.FailureAnalyzer} for an
 * {@link InvalidConnectionStringException}. Shows the URL only as the exception does,
 * which masks its secrets.
 */
class InvalidConnectionStringFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConnectionStringException> {

	private final Environment environment;

	InvalidConnectionStringFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidConnectionStringException cause) {
		ConfigurationProperty property = findInvalidProperty();
		StringBuilder description = new StringBuilder(String.valueOf(cause.getMessage())).append('.');
		if (property != null) {
			description.append(" It is the value of the property '").append(property.getName()).append('\'');
			if (property.getOrigin() != null) {
				description.append(", originating from '").append(property.getOrigin()).append('\'');
			}
			description.append('.');
		}
		return new FailureAnalysis(description.toString(),
				"Write the URL" + ((property != null) ? " in '" + property.getName() + "'" : "")
						+ " as sc://host:port, such as sc://localhost:15002. Add parameters after a slash, each"
						+ " preceded by a semicolon: sc://host:15002/;use_ssl=true;user_id=me.",
				cause);
	}

	/**
	 * Finds the first property with an invalid URL. If there is none, the URL of the
	 * exception does not come from a property.
	 */
	private @Nullable ConfigurationProperty findInvalidProperty() {
		Stream<ConfigurationPropertyName> others = SparkSessionsRegistrar.sessionNames(this.environment)
			.stream()
			.flatMap(InvalidConnectionStringFailureAnalyzer::urlProperties);
		return Stream.concat(Stream.of(ConfigurationPropertyName.of("sparkex.url")), others)
			.map(this::find)
			.filter(Objects::nonNull)
			.filter((property) -> isInvalid(String.valueOf(property.getValue())))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns the property names of a session's URL. The name of a session is a map key
	 * and may contain any character.
	 */
	private static Stream<ConfigurationPropertyName> urlProperties(String name) {
		return Stream.of(ConfigurationPropertyName.adapt("sparkex.sessions." + name + ".url", '.'),
				ConfigurationPropertyName.of("sparkex.sessions[" + name + "].url"));
	}

	private @Nullable ConfigurationProperty find(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

	private boolean isInvalid(String value) {
		String url = this.environment.resolvePlaceholders(value);
		try {
			if (StringUtils.hasText(url)) {
				ConnectionString.parse(url);
			}
			return false;
		}
		catch (InvalidConnectionStringException ex) {
			return true;
		}
	}

}
