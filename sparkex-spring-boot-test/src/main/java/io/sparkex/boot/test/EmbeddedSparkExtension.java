package io.sparkex.boot.test;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;

import io.sparkex.SparkSession;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Gives a class that is no test of Spring its server and a session of its own.
 */
final class EmbeddedSparkExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(EmbeddedSparkExtension.class);

	// By their names, since tests with a fake need no embedded Spark, and those without
	// Spring no spring-test.
	private static final String SERVER = "io.sparkex.embedded.EmbeddedSparkServer";

	private static final String SPRING_EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

	@Override
	public void beforeAll(ExtensionContext context) {
		resources(context);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		// Only what this class has itself: what it has from an outer one is not removed.
		Resources own = context.getStore(NAMESPACE).remove(Resources.class, Resources.class);
		if (own != null) {
			own.session().close();
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext context) {
		Class<?> type = parameterContext.getParameter().getType();
		return (type == SparkSession.class || type.getName().equals(SERVER)) && resources(context) != null;
	}

	@Override
	public @Nullable Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
		Resources resources = resources(context);
		if (resources == null) {
			return null;
		}
		return (parameterContext.getParameter().getType() == SparkSession.class) ? resources.session()
				: resources.server();
	}

	/**
	 * What a class has, from now on if need be: constructors may run before
	 * {@link #beforeAll}.
	 * @return the resources, or {@code null} in a test of Spring
	 */
	private static @Nullable Resources resources(ExtensionContext context) {
		MergedAnnotations annotations = annotations(context.getRequiredTestClass());
		if (isTestOfSpring(annotations)) {
			return null;
		}
		EmbeddedSparkSettings settings = EmbeddedSparkSettings
			.of(annotations.get(io.sparkex.boot.test.EmbeddedSpark.class).synthesize());
		Store store = classContext(context).getStore(NAMESPACE);
		Resources known = store.get(Resources.class, Resources.class);
		if (known != null && known.settings().equals(settings)) {
			return known;
		}
		Resources resources = Resources.on(settings);
		store.put(Resources.class, resources);
		return resources;
	}

	private static ExtensionContext classContext(ExtensionContext context) {
		ExtensionContext found = context;
		while (found.getTestMethod().isPresent()) {
			found = found.getParent().orElseThrow();
		}
		return found;
	}

	private static MergedAnnotations annotations(Class<?> testClass) {
		return MergedAnnotations.search(SearchStrategy.TYPE_HIERARCHY)
			.withEnclosingClasses(ClassUtils::isInnerClass)
			.from(testClass);
	}

	private static boolean isTestOfSpring(MergedAnnotations annotations) {
		return annotations.stream(ExtendWith.class)
			.flatMap((annotation) -> Arrays.stream(annotation.getStringArray("value")))
			.anyMatch(SPRING_EXTENSION::equals);
	}

	/**
	 * What a class has. Not closeable by itself, so that JUnit leaves the server alone.
	 *
	 * @param settings what it asked for
	 * @param server the server, shared with other classes
	 * @param session the session of this class
	 */
	private record Resources(EmbeddedSparkSettings settings, EmbeddedSparkServer server, SparkSession session) {

		static Resources on(EmbeddedSparkSettings settings) {
			EmbeddedSparkServer server = SharedServer.with(settings).get();
			return new Resources(settings, server, SparkSession.builder().url(server.url()).build());
		}

	}

}
