package io.sparkex.internal.mapping;

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
 * Component of a record, or property of a bean with a getter.
 *
 * @param owner the record or bean
 * @param name the name
 * @param type the declared type
 * @param getter the accessor
 */
record Property(Class<?> owner, String name, Type type, MethodHandle getter) {

	/**
	 * Returns the components of a record in order, or the properties of a bean sorted by
	 * name, as Spark does.
	 */
	static List<Property> of(Class<?> javaClass) {
		if (javaClass.isRecord()) {
			return Arrays.stream(javaClass.getRecordComponents())
				.map((component) -> new Property(javaClass, component.getName(), component.getGenericType(),
						handle(component.getAccessor())))
				.toList();
		}
		TreeMap<String, Property> byName = new TreeMap<>();
		for (Method method : javaClass.getMethods()) {
			String name = name(method);
			if (name != null) {
				byName.put(name, new Property(javaClass, name, method.getGenericReturnType(), handle(method)));
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
		String prefix = (type == boolean.class && method.getName().startsWith("is")) ? "is" : "get";
		boolean getter = method.getName().startsWith(prefix) && method.getName().length() > prefix.length();
		return getter ? decapitalized(method.getName().substring(prefix.length())) : null;
	}

	/**
	 * Applies the naming rule of JavaBeans, which keeps acronyms such as {@code URL}.
	 */
	static String decapitalized(String name) {
		if (name.isEmpty()) {
			return name;
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
			throw new MappingException("The method " + getter + " cannot be called; open its package to io.sparkex",
					ex);
		}
	}

	/**
	 * Returns the name of the column that the property is written to.
	 */
	String columnName() {
		return PropertyNames.column(this.owner, this.name);
	}

	@Nullable Object get(Object object) {
		try {
			return (@Nullable Object) this.getter.invokeExact(object);
		}
		catch (RuntimeException | Error ex) {
			// Exceptions of getters are passed on unchanged.
			throw ex;
		}
		catch (Throwable ex) {
			throw new UndeclaredThrowableException(ex);
		}
	}

}
