package io.sparkex.boot.autoconfigure.web;

import java.util.OptionalLong;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JacksonModule;

import io.sparkex.boot.web.ResultsJacksonModule;
import io.sparkex.boot.web.ResultsWriter;
import io.sparkex.boot.web.SparkProblemAdvice;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;

/**
 * Configuration shared by Spring MVC and Spring WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SparkexWebProperties.class)
class ResultsWriterConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ResultsWriter sparkexResultsWriter(SparkexWebProperties properties, ObjectProvider<JsonOptions> jsonOptions,
			ObjectProvider<CsvOptions> csvOptions) {
		if (properties.getFormats().isEmpty()) {
			throw new InvalidConfigurationPropertyValueException("sparkex.web.formats", properties.getFormats(),
					"It must contain at least one format.");
		}
		return new ResultsWriter(properties.getFormats(), maxRows(properties),
				jsonOptions.getIfUnique(JsonOptions::defaults),
				csvOptions(csvOptions.getIfUnique(CsvOptions::defaults), properties.getCsv()));
	}

	private static CsvOptions csvOptions(CsvOptions options, SparkexWebProperties.Csv properties) {
		return properties.isEscapeFormulas() ? options.withEscapeFormulas(true) : options;
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "sparkex.web.problem-details.enabled", matchIfMissing = true)
	SparkProblemAdvice sparkexProblemAdvice() {
		return new SparkProblemAdvice();
	}

	private static OptionalLong maxRows(SparkexWebProperties properties) {
		Long maxRows = properties.getMaxRows();
		if (maxRows == null) {
			return OptionalLong.empty();
		}
		if (maxRows < 0) {
			throw new InvalidConfigurationPropertyValueException("sparkex.web.max-rows", maxRows,
					"It must not be negative.");
		}
		return OptionalLong.of(maxRows);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JacksonModule.class)
	static class JacksonConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ResultsJacksonModule sparkexResultsJacksonModule() {
			return new ResultsJacksonModule();
		}

	}

}
