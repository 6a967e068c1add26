package io.sparkex.internal.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.MappingException;
import io.sparkex.types.StructType;

/**
 * Row mapper that creates records directly from the vectors of a batch.
 */
final class RecordMapper implements RowMapper<Object> {

	private final MethodHandle constructor;

	private final int[] columns;

	private final ValueReader[] readers;

	private RecordMapper(MethodHandle constructor, int[] columns, ValueReader[] readers) {
		this.constructor = constructor;
		this.columns = columns;
		this.readers = readers;
	}

	static RecordMapper compile(StructType schema, JavaType target, String path) {
		RecordComponent[] components = target.raw().getRecordComponents();
		int[] columns = new int[components.length];
		ValueReader[] readers = new ValueReader[components.length];
		for (int i = 0; i < components.length; i++) {
			RecordComponent component = components[i];
			String place = "the component '" + component.getName() + "' of " + target.raw().getSimpleName();
			columns[i] = ColumnNames.find(schema, PropertyNames.lookupName(target.raw(), component.getName()),
					place + RowMappers.in(path));
			JavaType type = target.member(component.getGenericType());
			readers[i] = ValueReaders.of(RowMappers.source(path, schema.field(columns[i])), type, place,
					DeclaredConverter.of(target.raw(), component.getName(), type));
		}
		return new RecordMapper(constructor(target.raw(), components), columns, readers);
	}

	private static MethodHandle constructor(Class<?> recordClass, RecordComponent[] components) {
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		try {
			Constructor<?> constructor = recordClass.getDeclaredConstructor(types);
			constructor.setAccessible(true);
			return MethodHandles.lookup()
				.unreflectConstructor(constructor)
				.asSpreader(Object[].class, types.length)
				.asType(MethodType.methodType(Object.class, Object[].class));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw new MappingException(
					"The record " + recordClass.getName() + " cannot be instantiated; open its package to io.sparkex",
					ex);
		}
	}

	@Override
	public Object map(ColumnBatch batch, int row) {
		@Nullable Object[] arguments = new Object[this.readers.length];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = this.readers[i].read(batch.column(this.columns[i]), row);
		}
		try {
			return (Object) this.constructor.invokeExact(arguments);
		}
		catch (RuntimeException | Error ex) {
			// Exceptions of constructors are passed on unchanged.
			throw ex;
		}
		catch (Throwable ex) {
			throw new UndeclaredThrowableException(ex);
		}
	}

}
