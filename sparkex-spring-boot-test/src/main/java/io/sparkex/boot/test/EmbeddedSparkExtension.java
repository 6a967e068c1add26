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
 * JUnit extension that provides the server and a session to test classes without Spring.
 */
final class EmbeddedSparkExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(EmbeddedSparkExtension.class);

	// Referenced by name, since both libraries are optional.
	private static final String SERVER = "io.sparkex.embedded.EmbeddedSparkServer";

	private static final String SPRING_EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

	@Override
	public void beforeAll(ExtensionContext context) {
		resources(context);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		// Removes only the resources of this class, not those of an outer class.
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
	 * Returns the resources of a class, and creates them if necessary, since constructors
	 * may run before {@link #beforeAll}.
	 * @return the resources, or {@code null} in a Spring test
	 */
	private static @Nullable Resources resources(ExtensionContext context) {
		MergedAnnotations annotations = annotations(context.getRequiredTestClass());
		if (isSpringTest(annotations)) {
			return null;
		}
		EmbeddedSparkSettings settings = EmbeddedSparkSettings
			.of(annotations.get(io.sparkex.boot.test.EmbeddedSpark.class).synthesize());
		Store store = classContext(context).getStore(NAMESPACE);
		Resources known = store.get(Resources.class, Resources.class);
		if (known != null && known.settings().equals(settings)) {
			return known;
		}
		Resources resources = Resources.create(settings);
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

	private static boolean isSpringTest(MergedAnnotations annotations) {
		return annotations.stream(ExtendWith.class)
			.flatMap((annotation) -> Arrays.stream(annotation.getStringArray("value")))
			.anyMatch(SPRING_EXTENSION::equals);
	}

	/**
	 * Resources of a test class. Not {@link AutoCloseable}, so that JUnit does not close
	 * the server.
	 *
	 * @param settings the settings of the server
	 * @param server the server, shared with other classes
	 * @param session the session of the class
	 */
	private record Resources(EmbeddedSparkSettings settings, EmbeddedSparkServer server, SparkSession session) {

		static Resources create(EmbeddedSparkSettings settings) {
			EmbeddedSparkServer server = SharedEmbeddedSparkServer.with(settings).get();
			return new Resources(settings, server, SparkSession.builder().url(server.url()).build());
		}

	}

}
