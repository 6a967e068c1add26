package io.sparkex.boot.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for ahead-of-time processing of the session beans.
 */
class AheadOfTimeTests {

	@Test
	void generatesBeanDefinitionsOfSessions() throws Exception {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of("sparkex.url=sc://main", "sparkex.sessions.reporting.url=sc://reports")
				.applyTo(context);
			context.register(SparkexAutoConfiguration.class);
			assertThat(sources(context)).contains("\"reportingSparkSession\"", "setDefaultCandidate(false)",
					"new AutowireCandidateQualifier(\"org.springframework.beans.factory.annotation.Qualifier\", \"reporting\")");
		}
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

}
