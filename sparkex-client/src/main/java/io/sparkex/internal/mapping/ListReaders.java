package io.sparkex.internal.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ListSlice;

/**
 * Readers of arrays as Java lists, sets and arrays.
 */
final class ListReaders {

	private ListReaders() {
	}

	static ValueReader list(ValueReader element) {
		return (column, row) -> Collections.unmodifiableList(Arrays.asList(elements(column.getList(row), element)));
	}

	/**
	 * Returns a reader of sets that preserve the order of the elements.
	 */
	static ValueReader set(ValueReader element) {
		return (column, row) -> Collections
			.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(elements(column.getList(row), element))));
	}

	private static @Nullable Object[] elements(ListSlice slice, ValueReader reader) {
		@Nullable Object[] elements = new Object[slice.size()];
		for (int i = 0; i < elements.length; i++) {
			elements[i] = reader.read(slice.elements(), slice.start() + i);
		}
		return elements;
	}

	static ValueReader array(JavaType target, ValueReader element) {
		Class<?> component = target.argument(0).raw();
		MethodHandle setter = MethodHandles.arrayElementSetter(target.raw())
			.asType(MethodType.methodType(void.class, Object.class, int.class, Object.class));
		return (column, row) -> {
			ListSlice slice = column.getList(row);
			Object array = Array.newInstance(component, slice.size());
			for (int i = 0; i < slice.size(); i++) {
				set(setter, array, i, element.read(slice.elements(), slice.start() + i));
			}
			return array;
		};
	}

	private static void set(MethodHandle setter, Object array, int index, @Nullable Object value) {
		try {
			setter.invokeExact(array, index, value);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new UndeclaredThrowableException(ex);
		}
	}

}
