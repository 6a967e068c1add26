package io.sparkex.boot.autoconfigure.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.core.ResolvableType;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.config.DelegatingWebFluxConfiguration;
import org.springframework.web.reactive.result.method.annotation.ResponseBodyResultHandler;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityResultHandler;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

import io.sparkex.DataFrame;
import io.sparkex.Results;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.web.ResultsFormat;
import io.sparkex.boot.web.ResultsJacksonModule;
import io.sparkex.boot.web.ResultsWriter;
import io.sparkex.boot.web.SparkProblemAdvice;
import io.sparkex.boot.web.reactive.ResultsHandlerResultHandler;
import io.sparkex.boot.web.reactive.ResultsHttpMessageWriter;
import io.sparkex.boot.web.reactive.SparkProblemExceptionHandler;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SparkexWebFluxAutoConfiguration}.
 */
class SparkexWebFluxAutoConfigurationTests {

	private static final String EXECUTOR = "sparkexWebExecutor";

	private final ReactiveWebApplicationContextRunner contextRunner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class, TaskExecutionAutoConfiguration.class,
				CodecsAutoConfiguration.class, WebFluxAutoConfiguration.class, SparkexWebMvcAutoConfiguration.class,
				SparkexWebFluxAutoConfiguration.class));

	@Test
	void ordersHandlerBeforeStandardHandlers() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(DispatcherHandler.class).hasSingleBean(SparkProblemAdvice.class);
			int order = context.getBean(ResultsHandlerResultHandler.class).getOrder();
			assertThat(order).isLessThan(context.getBean(ResponseEntityResultHandler.class).getOrder())
				.isLessThan(context.getBean(ResponseBodyResultHandler.class).getOrder());
		});
	}

	@Test
	void registersWriterForFunctionalEndpoints() {
		this.contextRunner.run((context) -> assertThat(context.getBean(ServerCodecConfigurer.class).getWriters())
			.filteredOn(
					(writer) -> writer.canWrite(ResolvableType.forClass(DataFrame.class), MediaType.APPLICATION_JSON))
			.first()
			.isInstanceOf(ResultsHttpMessageWriter.class));
	}

	@Test
	void supportsFormatsOfProperty() {
		this.contextRunner.withPropertyValues("sparkex.web.formats=arrow")
			.run((context) -> assertThat(context.getBean(ResultsHttpMessageWriter.class).getWritableMediaTypes())
				.extracting(MediaType::toString)
				.containsExactly("application/vnd.apache.arrow.stream"));
	}

	@Test
	void runsQueriesInOwnThreads() {
		this.contextRunner.run((context) -> assertThat(threadOfQuery(context.getBean(ResultsHttpMessageWriter.class)))
			.startsWith("sparkex-web-"));
	}

	@Test
	void limitsThreads() {
		this.contextRunner.withPropertyValues("sparkex.web.max-threads=3")
			.run((context) -> assertThat(context.getBean(EXECUTOR, ThreadPoolExecutor.class).getMaximumPoolSize())
				.isEqualTo(3));
	}

	@Test
	void keepsApplicationTaskExecutor() {
		this.contextRunner.run((context) -> assertThat(context).hasBean(EXECUTOR)
			.hasBean(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void runsQueriesInVirtualThreads() {
		this.contextRunner.withPropertyValues("spring.threads.virtual.enabled=true").run((context) -> {
			assertThat(context.getBean(EXECUTOR)).isInstanceOf(VirtualThreadTaskExecutor.class);
			assertThat(threadOfQuery(context.getBean(ResultsHttpMessageWriter.class))).startsWith("sparkex-web-");
		});
	}

	@Test
	void usesExecutorOfApplication() {
		this.contextRunner
			.withBean(EXECUTOR, Executor.class, () -> (task) -> new Thread(task, "own").start(),
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> assertThat(threadOfQuery(context.getBean(ResultsHttpMessageWriter.class)))
				.isEqualTo("own"));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void prefersExecutorOfApplicationToVirtualThreads() {
		Executor own = mock(Executor.class);
		this.contextRunner.withPropertyValues("spring.threads.virtual.enabled=true")
			.withBean(EXECUTOR, Executor.class, () -> own,
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> assertThat(context).getBean(EXECUTOR).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sparkex.web.max-threads=0", "sparkex.web.write-timeout=-1s" })
	void reportsInvalidProperties(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(property).startsWith(ex.getName())));
	}

	private static String threadOfQuery(ResultsHttpMessageWriter writer) throws InterruptedException {
		BlockingQueue<String> threads = new LinkedBlockingQueue<>();
		Results<?> results = mock(Results.class);
		willAnswer((invocation) -> threads.add(Thread.currentThread().getName())).given(results)
			.writeJson(any(), any());
		MockServerHttpResponse response = new MockServerHttpResponse();
		writer
			.write(Mono.just(results), ResolvableType.forClass(Results.class), MediaType.APPLICATION_JSON, response,
					Map.of())
			.block();
		assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
		return String.valueOf(threads.poll(30, TimeUnit.SECONDS));
	}

	@Test
	void ordersExceptionHandlerBeforeSpringBoot() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(ErrorWebFluxAutoConfiguration.class))
			.run((context) -> assertThat(context.getBeanProvider(WebExceptionHandler.class).orderedStream()).first()
				.isInstanceOf(SparkProblemExceptionHandler.class));
	}

	@Test
	void disablesProblemDetails() {
		this.contextRunner.withPropertyValues("sparkex.web.problem-details.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(ResultsHttpMessageWriter.class)
				.doesNotHaveBean(SparkProblemAdvice.class)
				.doesNotHaveBean(SparkProblemExceptionHandler.class));
	}

	@Test
	void backsOffForOwnWriter() {
		ResultsHttpMessageWriter own = new ResultsHttpMessageWriter(new ResultsWriter(List.of(ResultsFormat.CSV),
				OptionalLong.empty(), JsonOptions.defaults(), CsvOptions.defaults()), Runnable::run, Duration.ZERO);
		this.contextRunner.withBean("own", ResultsHttpMessageWriter.class, () -> own)
			.run((context) -> assertThat(context).getBean(ResultsHttpMessageWriter.class).isSameAs(own));
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
	void backsOffForOwnExceptionHandler() {
		SparkProblemExceptionHandler own = new SparkProblemExceptionHandler(new SparkProblemAdvice(), List.of());
		this.contextRunner.withBean("own", SparkProblemExceptionHandler.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkProblemExceptionHandler.class).isSameAs(own));
	}

	@Test
	void backsOffForOwnAdvice() {
		SparkProblemAdvice own = new SparkProblemAdvice();
		this.contextRunner.withBean("own", SparkProblemAdvice.class, () -> own).run((context) -> {
			assertThat(context).getBean(SparkProblemAdvice.class).isSameAs(own);
			assertThat(context).hasSingleBean(SparkProblemExceptionHandler.class);
		});
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ResultsWriter.class));
	}

	@Test
	void backsOffWithoutWebFluxConfiguration() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(SparkexAutoConfiguration.class, SparkexWebFluxAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ResultsWriter.class));
	}

	@Test
	void backsOffInNonReactiveApplication() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(SparkexAutoConfiguration.class, SparkexWebFluxAutoConfiguration.class))
			.withUserConfiguration(DelegatingWebFluxConfiguration.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ResultsWriter.class));
	}

	@Test
	void supportsOwnWebFluxConfiguration() {
		this.contextRunner.withUserConfiguration(DelegatingWebFluxConfiguration.class)
			.run((context) -> assertThat(context).hasSingleBean(DelegatingWebFluxConfiguration.class)
				.hasSingleBean(ResultsHttpMessageWriter.class));
	}

	@Test
	void backsOffWithoutWebFlux() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.web.reactive"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ResultsWriter.class));
	}

}
