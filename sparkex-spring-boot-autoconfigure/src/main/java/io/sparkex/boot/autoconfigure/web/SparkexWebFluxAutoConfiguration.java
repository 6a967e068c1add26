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
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.env.Environment;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityResultHandler;
import reactor.core.scheduler.Schedulers;

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
 * of Spring WebFlux controllers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { SparkexAutoConfiguration.class, TaskExecutionAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(ResponseEntityResultHandler.class)
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@Import(ResultsWriterConfiguration.class)
public final class SparkexWebFluxAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ResultsHttpMessageWriter sparkexResultsHttpMessageWriter(ResultsWriter writer, Environment environment,
			@Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) ObjectProvider<Executor> taskExecutor) {
		Executor executor = Threading.VIRTUAL.isActive(environment) ? taskExecutor.getIfAvailable() : null;
		return new ResultsHttpMessageWriter(writer,
				(executor != null) ? executor : Schedulers.boundedElastic()::schedule);
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
	 * For functional endpoints.
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
