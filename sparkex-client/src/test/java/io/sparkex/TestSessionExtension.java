package io.sparkex;

import java.lang.reflect.Field;
import java.util.List;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/**
 * Extension of {@link TestSession}. JUnit closes the session with the store of the class.
 */
final class TestSessionExtension implements BeforeAllCallback {

	private static final Namespace NAMESPACE = Namespace.create(TestSessionExtension.class);

	@Override
	public void beforeAll(ExtensionContext context) throws IllegalAccessException {
		List<Field> fields = AnnotationSupport.findAnnotatedFields(context.getRequiredTestClass(), TestSession.class,
				ModifierSupport::isStatic, HierarchyTraversalMode.TOP_DOWN);
		for (Field field : fields) {
			field.setAccessible(true);
			field.set(null,
					context.getStore(NAMESPACE)
						.computeIfAbsent(field, (missing) -> session(missing.getAnnotation(TestSession.class)),
								SparkSession.class));
		}
	}

	private static SparkSession session(TestSession annotation) {
		SparkSessionBuilder builder = SparkSession.builder().url(TestServer.get().url());
		for (String entry : annotation.config()) {
			int separator = entry.indexOf('=');
			builder.config(entry.substring(0, separator), entry.substring(separator + 1));
		}
		return builder.build();
	}

}
