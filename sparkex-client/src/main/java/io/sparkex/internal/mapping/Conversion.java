package io.sparkex.internal.mapping;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.annotation.ConvertWith;
import io.sparkex.annotation.ValueConverter;
import io.sparkex.errors.MappingException;

/**
 * A converter that an annotation names.
 *
 * @param columnType what the column is read as and written from
 * @param converter the converter
 */
record Conversion(JavaType columnType, ValueConverter<Object, Object> converter) {

	/**
	 * The converter of a component or property, or of its class.
	 */
	static @Nullable Conversion of(Class<?> owner, String property, JavaType type) {
		ConvertWith given = PropertyNames.annotation(owner, property, ConvertWith.class);
		return (given != null) ? of(given.value(), type) : of(type);
	}

	/**
	 * The converter of a class.
	 */
	static @Nullable Conversion of(JavaType type) {
		ConvertWith given = type.raw().getAnnotation(ConvertWith.class);
		if (given == null) {
			return null;
		}
		Conversion conversion = of(given.value(), type);
		if (conversion.columnType().raw() == type.raw()) {
			throw new MappingException("The converter " + given.value().getName() + " of " + type
					+ " must read another class than that, for which it would be asked again");
		}
		return conversion;
	}

	@SuppressWarnings("unchecked")
	private static Conversion of(Class<?> converterClass, JavaType type) {
		ParameterizedType converted = converted(converterClass);
		if (converted == null) {
			throw new MappingException("The converter " + converterClass.getName()
					+ " must implement ValueConverter with the two classes that it converts between");
		}
		Type javaType = converted.getActualTypeArguments()[1];
		Class<?> boxed = MethodType.methodType(type.raw()).wrap().returnType();
		if (!boxed.isAssignableFrom(JavaType.of(javaType).raw())) {
			throw new MappingException("The converter " + converterClass.getName() + " is for " + javaType.getTypeName()
					+ ", not for " + type);
		}
		return new Conversion(JavaType.of(converted.getActualTypeArguments()[0]),
				(ValueConverter<Object, Object>) create(converterClass));
	}

	private static @Nullable ParameterizedType converted(Class<?> converterClass) {
		List<Type> above = new ArrayList<>(List.of(converterClass.getGenericInterfaces()));
		if (converterClass.getGenericSuperclass() != null) {
			above.add(converterClass.getGenericSuperclass());
		}
		for (Type type : above) {
			if (type instanceof ParameterizedType generic && generic.getRawType() == ValueConverter.class) {
				return generic;
			}
			if (type instanceof Class<?> other && ValueConverter.class.isAssignableFrom(other)) {
				return converted(other);
			}
		}
		return null;
	}

	private static Object create(Class<?> converterClass) {
		try {
			Constructor<?> constructor = converterClass.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw new MappingException("The converter " + converterClass.getName()
					+ " cannot be made; it needs a constructor without arguments, in a package open to io.sparkex", ex);
		}
	}

	ValueReader reading(ValueReader columnReader) {
		return (column, row) -> {
			Object value = columnReader.read(column, row);
			return (value != null) ? this.converter.read(value) : null;
		};
	}

	/**
	 * What is written for values whose column takes a form.
	 */
	ColumnForm writing(ColumnForm form, boolean nullable) {
		return new ColumnForm(form.type(), nullable, (value) -> form.convert(this.converter.write(value)));
	}

}
