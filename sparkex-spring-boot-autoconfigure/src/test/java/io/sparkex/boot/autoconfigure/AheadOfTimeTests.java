package io.sparkex.boot.autoconfigure;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.annotation.Configuration;
import org.springframework.javapoet.ClassName;
import org.springframework.test.context.aot.TestContextAotGenerator;

import io.sparkex.boot.test.EmbeddedSpark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * The beans can be described ahead of time, as the builds of native images and
 * {@code spring.aot.enabled} need it.
 */
class AheadOfTimeTests {

	@Test
	void describesSessions() throws Exception {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of("sparkex.url=sc://main", "sparkex.sessions.reporting.url=sc://reports")
				.applyTo(context);
			context.register(NamedSparkSessionsAutoConfiguration.class, SparkexAutoConfiguration.class);
			assertThat(sources(context)).contains("\"reportingSparkSession\"", "setDefaultCandidate(false)",
					"new AutowireCandidateQualifier(\"org.springframework.beans.factory.annotation.Qualifier\", \"reporting\")");
		}
	}

	@Test
	void describesTheServerOfTests() {
		TestContextAotGenerator generator = new TestContextAotGenerator(new InMemoryGeneratedFiles());
		assertThatNoException().isThrownBy(() -> generator.processAheadOfTime(Stream.of(OnEmbeddedSpark.class)));
		assertThat(generator.getRuntimeHints()).isNotNull();
	}

	private static String sources(AnnotationConfigApplicationContext context) throws Exception {
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get("io.sparkex.boot", "Application")), files);
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		generation.writeGeneratedContent();
		StringBuilder sources = new StringBuilder();
		for (String source : files.getGeneratedFiles(Kind.SOURCE).keySet()) {
			sources.append(files.getGeneratedFileContent(Kind.SOURCE, source));
		}
		return sources.toString();
	}

	@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "sparkex.sessions.reporting.url=sc://reports")
	@EmbeddedSpark(version = "4.1.2", config = "spark.a=b", packages = "org.example:example:1")
	static class OnEmbeddedSpark {

		@Configuration(proxyBeanMethods = false)
		@ImportAutoConfiguration({ NamedSparkSessionsAutoConfiguration.class, SparkexAutoConfiguration.class })
		static class Application {

		}

	}

}
