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
 * Converter that is declared by an annotation.
 *
 * @param columnType the Java type that the column is read and written as
 * @param converter the converter
 */
record DeclaredConverter(JavaType columnType, ValueConverter<Object, Object> converter) {

	/**
	 * Returns the converter of a record component or bean property, or of its class.
	 */
	static @Nullable DeclaredConverter of(Class<?> owner, String property, JavaType type) {
		ConvertWith given = PropertyNames.annotation(owner, property, ConvertWith.class);
		return (given != null) ? of(given.value(), type) : of(type);
	}

	/**
	 * Returns the converter of a class.
	 */
	static @Nullable DeclaredConverter of(JavaType type) {
		ConvertWith given = type.raw().getAnnotation(ConvertWith.class);
		if (given == null) {
			return null;
		}
		DeclaredConverter conversion = of(given.value(), type);
		if (conversion.columnType().raw() == type.raw()) {
			throw new MappingException("The converter " + given.value().getName() + " of " + type
					+ " must read a different class, because that class uses the converter again");
		}
		return conversion;
	}

	@SuppressWarnings("unchecked")
	private static DeclaredConverter of(Class<?> converterClass, JavaType type) {
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
		return new DeclaredConverter(JavaType.of(converted.getActualTypeArguments()[0]),
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
					+ " cannot be created; it needs a no-argument constructor in a package that is open to io.sparkex",
					ex);
		}
	}

	ValueReader reading(ValueReader columnReader) {
		return (column, row) -> {
			Object value = columnReader.read(column, row);
			return (value != null) ? this.converter.read(value) : null;
		};
	}

	/**
	 * Returns the encoder that converts values before it applies the encoder of the
	 * column type.
	 */
	ColumnEncoder writing(ColumnEncoder encoder, boolean nullable) {
		return new ColumnEncoder(encoder.type(), nullable, (value) -> encoder.convert(this.converter.write(value)));
	}

}
