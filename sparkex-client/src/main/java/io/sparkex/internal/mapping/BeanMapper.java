package io.sparkex.internal.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.MappingException;
import io.sparkex.types.StructType;

/**
 * Row mapper that creates beans: classes with a no-argument constructor and setters.
 */
final class BeanMapper implements RowMapper<Object> {

	private static final String SET = "set";

	private final MethodHandle constructor;

	private final List<PropertySetter> properties;

	private BeanMapper(MethodHandle constructor, List<PropertySetter> properties) {
		this.constructor = constructor;
		this.properties = List.copyOf(properties);
	}

	static boolean isBean(Class<?> javaClass) {
		return !javaClass.isArray() && !javaClass.isPrimitive() && !javaClass.isInterface()
				&& !Modifier.isAbstract(javaClass.getModifiers()) && !javaClass.getName().startsWith("java.")
				&& constructor(javaClass) != null && !setters(javaClass).isEmpty();
	}

	private static @Nullable Constructor<?> constructor(Class<?> javaClass) {
		return Arrays.stream(javaClass.getDeclaredConstructors())
			.filter((constructor) -> constructor.getParameterCount() == 0)
			.findFirst()
			.orElse(null);
	}

	private static List<Method> setters(Class<?> javaClass) {
		return Arrays.stream(javaClass.getMethods())
			.filter((method) -> method.getName().length() > SET.length() && method.getName().startsWith(SET)
					&& method.getParameterCount() == 1 && !Modifier.isStatic(method.getModifiers())
					&& !method.isBridge())
			.toList();
	}

	static BeanMapper compile(StructType schema, JavaType target, String path) {
		Class<?> beanClass = target.raw();
		Map<String, List<Method>> setters = setters(beanClass).stream()
			.collect(Collectors.groupingBy((setter) -> setter.getName().substring(SET.length()), TreeMap::new,
					Collectors.toList()));
		List<PropertySetter> properties = new ArrayList<>();
		setters.forEach((name, overloads) -> {
			String property = Property.decapitalized(name);
			String place = "the property '" + property + "' of " + beanClass.getSimpleName();
			Method setter = (overloads.size() == 1) ? overloads.get(0)
					: matchingGetter(beanClass, name, overloads, place);
			int column = ColumnNames.find(schema, PropertyNames.lookupName(beanClass, property),
					place + RowMappers.in(path));
			JavaType type = target.member(setter.getGenericParameterTypes()[0]);
			ValueReader reader = ValueReaders.of(RowMappers.source(path, schema.field(column)), type, place,
					DeclaredConverter.of(beanClass, property, type));
			properties.add(new PropertySetter(column, reader, handle(setter)));
		});
		return new BeanMapper(constructorHandle(beanClass), properties);
	}

	private static Method matchingGetter(Class<?> beanClass, String name, List<Method> overloads, String place) {
		return overloads.stream().filter((setter) -> {
			Class<?> type = setter.getParameterTypes()[0];
			return Arrays.stream(beanClass.getMethods())
				.anyMatch((method) -> method.getParameterCount() == 0 && method.getReturnType() == type
						&& (method.getName().equals("get" + name) || method.getName().equals("is" + name)));
		})
			.findFirst()
			.orElseThrow(() -> new MappingException(
					"There is more than one setter for " + place + " and no getter that determines the type"));
	}

	private static MethodHandle constructorHandle(Class<?> beanClass) {
		try {
			Constructor<?> constructor = beanClass.getDeclaredConstructor();
			constructor.setAccessible(true);
			return MethodHandles.lookup().unreflectConstructor(constructor).asType(MethodType.methodType(Object.class));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw new MappingException(
					"The bean " + beanClass.getName() + " cannot be instantiated; open its package to io.sparkex", ex);
		}
	}

	private static MethodHandle handle(Method setter) {
		try {
			setter.setAccessible(true);
			return MethodHandles.lookup()
				.unreflect(setter)
				.asType(MethodType.methodType(void.class, Object.class, Object.class));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw new MappingException("The setter " + setter + " cannot be called; open its package to io.sparkex",
					ex);
		}
	}

	@Override
	public Object map(ColumnBatch batch, int row) {
		try {
			Object bean = (Object) this.constructor.invokeExact();
			for (PropertySetter property : this.properties) {
				@Nullable Object value = property.reader().read(batch.column(property.column()), row);
				property.setter().invokeExact(bean, value);
			}
			return bean;
		}
		catch (RuntimeException | Error ex) {
			// Exceptions of setters are passed on unchanged.
			throw ex;
		}
		catch (Throwable ex) {
			throw new UndeclaredThrowableException(ex);
		}
	}

	private record PropertySetter(int column, ValueReader reader, MethodHandle setter) {

	}

}
