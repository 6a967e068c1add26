package io.sparkex.boot.autoconfigure.web;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.web.ResultsFormat;
import io.sparkex.boot.web.ResultsJacksonModule;
import io.sparkex.boot.web.ResultsWriter;
import io.sparkex.boot.web.SparkProblemAdvice;
import io.sparkex.boot.web.servlet.ResultsHttpMessageConverter;
import io.sparkex.boot.web.servlet.TruncatedResponseResolver;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexWebMvcAutoConfiguration}.
 */
class SparkexWebMvcAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(SparkexAutoConfiguration.class,
			HttpMessageConvertersAutoConfiguration.class, WebMvcAutoConfiguration.class,
			SparkexWebMvcAutoConfiguration.class, SparkexWebFluxAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void ordersHandlerBeforeStandardHandlers() {
		this.contextRunner.run((context) -> {
			RequestMappingHandlerAdapter adapter = context.getBean(RequestMappingHandlerAdapter.class);
			assertThat(adapter.getReturnValueHandlers()).first()
				.extracting((handler) -> handler.getClass().getSimpleName())
				.isEqualTo("ResultsReturnValueHandler");
			assertThat(adapter.getMessageConverters()).hasAtLeastOneElementOfType(ResultsHttpMessageConverter.class);
			assertThat(context).hasSingleBean(SparkProblemAdvice.class).hasSingleBean(TruncatedResponseResolver.class);
		});
	}

	@Test
	void supportsAllFormatsByDefault() {
		this.contextRunner.run((context) -> assertThat(context.getBean(ResultsWriter.class).mediaTypes())
			.extracting(MediaType::toString)
			.containsExactly("application/json", "application/x-ndjson", "application/jsonl", "text/csv",
					"application/vnd.apache.arrow.stream"));
	}

	@Test
	void supportsFormatsOfProperty() {
		this.contextRunner.withPropertyValues("sparkex.web.formats=csv,json", "sparkex.web.max-rows=5")
			.run((context) -> assertThat(context.getBean(ResultsWriter.class).mediaTypes())
				.extracting(MediaType::toString)
				.containsExactly("text/csv", "application/json"));
	}

	@Test
	void reportsInvalidProperties() {
		this.contextRunner.withPropertyValues("sparkex.web.max-rows=-1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("sparkex.web.max-rows")));
		this.contextRunner.withPropertyValues("sparkex.web.formats=")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("sparkex.web.formats")));
	}

	@Test
	void backsOffForOwnBeans() {
		ResultsWriter writer = new ResultsWriter(List.of(ResultsFormat.ARROW), OptionalLong.empty(),
				JsonOptions.defaults(), CsvOptions.defaults());
		SparkProblemAdvice advice = new SparkProblemAdvice();
		this.contextRunner.withBean("ownWriter", ResultsWriter.class, () -> writer)
			.withBean("ownAdvice", SparkProblemAdvice.class, () -> advice)
			.run((context) -> {
				assertThat(context).getBean(ResultsWriter.class).isSameAs(writer);
				assertThat(context).getBean(SparkProblemAdvice.class).isSameAs(advice);
			});
	}

	@Test
	void disablesProblemDetails() {
		this.contextRunner.withPropertyValues("sparkex.web.problem-details.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(ResultsWriter.class)
				.doesNotHaveBean(SparkProblemAdvice.class));
	}

	@Test
	void providesJacksonModuleWithJackson() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(ResultsJacksonModule.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader("tools.jackson"))
			.run((context) -> assertThat(context).hasSingleBean(ResultsWriter.class)
				.doesNotHaveBean(ResultsJacksonModule.class));
	}

	@Test
	void backsOffForOwnJacksonModule() {
		ResultsJacksonModule own = new ResultsJacksonModule();
		this.contextRunner.withBean("own", ResultsJacksonModule.class, () -> own)
			.run((context) -> assertThat(context).getBean(ResultsJacksonModule.class).isSameAs(own));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ResultsWriter.class));
	}

	@Test
	void backsOffWithoutSpringMvc() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ResultsWriter.class));
	}

	@Test
	void backsOffWithoutWebFrameworks() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class,
					SparkexWebMvcAutoConfiguration.class, SparkexWebFluxAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.web", "org.springframework.http", "reactor",
					"jakarta.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ResultsWriter.class));
	}

}
