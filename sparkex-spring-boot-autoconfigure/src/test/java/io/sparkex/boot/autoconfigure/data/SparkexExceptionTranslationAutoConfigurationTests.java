package io.sparkex.boot.autoconfigure.data;

import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.annotation.PersistenceExceptionTranslationPostProcessor;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.stereotype.Repository;

import io.sparkex.boot.data.SparkExceptionTranslator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexExceptionTranslationAutoConfiguration}.
 */
class SparkexExceptionTranslationAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexExceptionTranslationAutoConfiguration.class))
		.withBean("numbers", FixedNumbers.class);

	@Test
	void usesClassBasedProxies() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(SparkExceptionTranslator.class)
				.hasSingleBean(PersistenceExceptionTranslationPostProcessor.class);
			assertThat(AopUtils.isCglibProxy(context.getBean("numbers"))).isTrue();
		});
	}

	@Test
	void usesInterfaceBasedProxiesByProperty() {
		this.contextRunner.withPropertyValues("spring.aop.proxy-target-class=false")
			.run((context) -> assertThat(AopUtils.isJdkDynamicProxy(context.getBean("numbers"))).isTrue());
	}

	@Test
	void doesNotProxyRepositoriesByProperty() {
		this.contextRunner.withPropertyValues("spring.persistence.exceptiontranslation.enabled=false")
			.run((context) -> {
				assertThat(context).hasSingleBean(SparkExceptionTranslator.class)
					.doesNotHaveBean(PersistenceExceptionTranslationPostProcessor.class);
				assertThat(AopUtils.isAopProxy(context.getBean("numbers"))).isFalse();
			});
	}

	@Test
	void backsOffForOwnTranslator() {
		SparkExceptionTranslator own = new SparkExceptionTranslator();
		this.contextRunner.withBean("own", SparkExceptionTranslator.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkExceptionTranslator.class).isSameAs(own));
	}

	@Test
	void coexistsWithOtherTranslators() {
		this.contextRunner.withBean("other", PersistenceExceptionTranslator.class, () -> (ex) -> null)
			.run((context) -> assertThat(context).hasBean("other").hasSingleBean(SparkExceptionTranslator.class));
	}

	@Test
	void backsOffForOwnPostProcessor() {
		this.contextRunner
			.withBean("own", PersistenceExceptionTranslationPostProcessor.class,
					PersistenceExceptionTranslationPostProcessor::new)
			.run((context) -> assertThat(context).hasSingleBean(PersistenceExceptionTranslationPostProcessor.class)
				.hasBean("own")
				.hasSingleBean(SparkExceptionTranslator.class));
	}

	@Test
	void backsOffWithoutSpringTx() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.dao"))
			.run((context) -> assertThat(context).doesNotHaveBean(SparkExceptionTranslator.class)
				.doesNotHaveBean(PersistenceExceptionTranslationPostProcessor.class));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SparkExceptionTranslator.class)
				.doesNotHaveBean(PersistenceExceptionTranslationPostProcessor.class));
	}

	interface Numbers {

		int first();

	}

	@Repository
	static class FixedNumbers implements Numbers {

		@Override
		public int first() {
			return 1;
		}

	}

}
