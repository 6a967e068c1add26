package io.sparkex.boot.autoconfigure.web;

import java.util.concurrent.Executor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.config.WebFluxConfigurationSupport;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityResultHandler;

import io.sparkex.Results;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.web.ResultsWriter;
import io.sparkex.boot.web.SparkProblemAdvice;
import io.sparkex.boot.web.reactive.ResultsHandlerResultHandler;
import io.sparkex.boot.web.reactive.ResultsHttpMessageWriter;
import io.sparkex.boot.web.reactive.ResultsUnwrappingResultHandler;
import io.sparkex.boot.web.reactive.SparkProblemExceptionHandler;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link Results} as return values
 * of Spring WebFlux handlers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SparkexAutoConfiguration.class,
		afterName = "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(ResponseEntityResultHandler.class)
@ConditionalOnBean(WebFluxConfigurationSupport.class)
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@Import({ ResultsWriterConfiguration.class, ResultsExecutorConfiguration.class })
public final class SparkexWebFluxAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ResultsHttpMessageWriter sparkexResultsHttpMessageWriter(ResultsWriter writer,
			@Qualifier(ResultsExecutorConfiguration.EXECUTOR_BEAN_NAME) Executor executor,
			SparkexWebProperties properties) {
		if (properties.getWriteTimeout().isNegative()) {
			throw new InvalidConfigurationPropertyValueException("sparkex.web.write-timeout",
					properties.getWriteTimeout(), "It must not be negative.");
		}
		return new ResultsHttpMessageWriter(writer, executor, properties.getWriteTimeout());
	}

	@Bean
	ResultsHandlerResultHandler sparkexResultsHandlerResultHandler(ResultsHttpMessageWriter writer,
			@Qualifier("webFluxContentTypeResolver") RequestedContentTypeResolver contentTypeResolver,
			@Qualifier("webFluxAdapterRegistry") ReactiveAdapterRegistry adapters) {
		return new ResultsHandlerResultHandler(writer, contentTypeResolver, adapters);
	}

	@Bean
	ResultsUnwrappingResultHandler sparkexResultsUnwrappingResultHandler(ResultsHandlerResultHandler results,
			ObjectProvider<HandlerResultHandler> others,
			@Qualifier("webFluxContentTypeResolver") RequestedContentTypeResolver contentTypeResolver,
			@Qualifier("webFluxAdapterRegistry") ReactiveAdapterRegistry adapters) {
		return new ResultsUnwrappingResultHandler(results, others, contentTypeResolver, adapters);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(SparkProblemAdvice.class)
	SparkProblemExceptionHandler sparkexProblemExceptionHandler(SparkProblemAdvice advice,
			ServerCodecConfigurer codecs) {
		return new SparkProblemExceptionHandler(advice, codecs.getWriters());
	}

	/**
	 * Registers the writer for functional endpoints.
	 */
	@Bean
	WebFluxConfigurer sparkexWebFluxConfigurer(ResultsHttpMessageWriter writer) {
		return new WebFluxConfigurer() {

			@Override
			public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
				configurer.customCodecs().register(writer);
			}

		};
	}

}
