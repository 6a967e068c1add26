package io.sparkex.internal.mapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.sparkex.annotation.ColumnName;
import io.sparkex.annotation.SnakeCase;

/**
 * Column names of record components and bean properties.
 *
 * @since 0.1.0
 */
public final class PropertyNames {

	private static final Pattern WORD_START = Pattern
		.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

	private PropertyNames() {
	}

	/**
	 * Returns the name of the column that a property is written to.
	 * @param owner the record or bean
	 * @param property the name of the component or property
	 * @return the name that an annotation declares, or that of the property
	 */
	public static String column(Class<?> owner, String property) {
		String given = annotatedName(owner, property);
		if (given != null) {
			return given;
		}
		return owner.isAnnotationPresent(SnakeCase.class)
				? WORD_START.matcher(property).replaceAll("_").toLowerCase(Locale.ROOT) : property;
	}

	/**
	 * Returns the name to look up in a schema, where case and underscores are ignored.
	 */
	static String lookupName(Class<?> owner, String property) {
		String given = annotatedName(owner, property);
		return (given != null) ? given : property;
	}

	private static @Nullable String annotatedName(Class<?> owner, String property) {
		ColumnName name = annotation(owner, property, ColumnName.class);
		return (name != null) ? name.value() : null;
	}

	/**
	 * Returns the annotation of a component, or of the field, getter or setter of a
	 * property.
	 */
	static <A extends Annotation> @Nullable A annotation(Class<?> owner, String property, Class<A> type) {
		for (AnnotatedElement element : elements(owner, property)) {
			A found = element.getAnnotation(type);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private static List<AnnotatedElement> elements(Class<?> owner, String property) {
		List<AnnotatedElement> elements = new ArrayList<>();
		if (owner.isRecord()) {
			for (RecordComponent component : owner.getRecordComponents()) {
				if (component.getName().equals(property)) {
					elements.add(component);
				}
			}
			return elements;
		}
		String suffix = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
		for (Method method : owner.getMethods()) {
			boolean getter = method.getParameterCount() == 0
					&& (method.getName().equals("get" + suffix) || method.getName().equals("is" + suffix));
			boolean setter = method.getParameterCount() == 1 && method.getName().equals("set" + suffix);
			if (getter || setter) {
				elements.add(method);
			}
		}
		for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (field.getName().equals(property)) {
					elements.add(field);
				}
			}
		}
		return elements;
	}

}
