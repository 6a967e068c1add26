package io.sparkex.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.MappingException;

/**
 * A component of a record, or what a getter of a bean returns.
 *
 * @param name the name
 * @param type its type as declared
 * @param getter reads it
 */
record Property(String name, Type type, MethodHandle getter) {

	/**
	 * The components of a record in their order, or the properties of a bean in that of
	 * their names, as Spark has them.
	 */
	static List<Property> of(Class<?> javaClass) {
		if (javaClass.isRecord()) {
			return Arrays.stream(javaClass.getRecordComponents())
				.map((component) -> new Property(component.getName(), component.getGenericType(),
						handle(component.getAccessor())))
				.toList();
		}
		TreeMap<String, Property> byName = new TreeMap<>();
		for (Method method : javaClass.getMethods()) {
			String name = name(method);
			if (name != null) {
				byName.put(name, new Property(name, method.getGenericReturnType(), handle(method)));
			}
		}
		return List.copyOf(byName.values());
	}

	private static @Nullable String name(Method method) {
		Class<?> type = method.getReturnType();
		if (method.getParameterCount() > 0 || type == void.class || method.getDeclaringClass() == Object.class
				|| method.isBridge() || Modifier.isStatic(method.getModifiers())) {
			return null;
		}
		if (method.getName().startsWith("get")) {
			return decapitalized(method.getName().substring("get".length()));
		}
		return (type == boolean.class && method.getName().startsWith("is"))
				? decapitalized(method.getName().substring("is".length())) : null;
	}

	/**
	 * By the rule of JavaBeans, which leaves names such as {@code URL} as they are.
	 */
	private static @Nullable String decapitalized(String name) {
		if (name.isEmpty()) {
			return null;
		}
		boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(0))
				&& Character.isUpperCase(name.charAt(1));
		return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	private static MethodHandle handle(Method getter) {
		try {
			getter.setAccessible(true);
			return MethodHandles.lookup().unreflect(getter).asType(MethodType.methodType(Object.class, Object.class));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw new MappingException("The method " + getter + " cannot be called; is its package open to io.sparkex?",
					ex);
		}
	}

	@Nullable Object get(Object owner) {
		try {
			return (@Nullable Object) this.getter.invokeExact(owner);
		}
		catch (RuntimeException | Error ex) {
			// The user's own getter failed: its exception says why.
			throw ex;
		}
		catch (Throwable ex) {
			throw new UndeclaredThrowableException(ex);
		}
	}

}
