package io.sparkex.boot.autoconfigure.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import io.sparkex.Results;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.web.ResultsWriter;
import io.sparkex.boot.web.servlet.ResultsHttpMessageConverter;
import io.sparkex.boot.web.servlet.ResultsReturnValueRegistrar;
import io.sparkex.boot.web.servlet.TruncatedResponseResolver;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link Results} as return values
 * of Spring MVC handlers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SparkexAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(RequestMappingHandlerAdapter.class)
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@Import(ResultsWriterConfiguration.class)
public final class SparkexWebMvcAutoConfiguration {

	@Bean
	static ResultsReturnValueRegistrar sparkexResultsReturnValueRegistrar(ObjectProvider<ResultsWriter> writer,
			@Qualifier("mvcContentNegotiationManager") ObjectProvider<ContentNegotiationManager> negotiation) {
		return new ResultsReturnValueRegistrar(writer, negotiation);
	}

	@Bean
	TruncatedResponseResolver sparkexTruncatedResponseResolver() {
		return new TruncatedResponseResolver();
	}

	/**
	 * Registers the converter for functional endpoints. The converter is not a bean,
	 * since Spring Boot would use it as the JSON converter.
	 */
	@Bean
	WebMvcConfigurer sparkexWebMvcConfigurer(ResultsWriter writer, TruncatedResponseResolver resolver) {
		return new WebMvcConfigurer() {

			@Override
			public void configureMessageConverters(ServerBuilder builder) {
				builder.addCustomConverter(new ResultsHttpMessageConverter(writer));
			}

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(resolver);
			}

		};
	}

}
