package io.sparkex;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Timestamp;

/**
 * Reader of the cells of a row of the official client. Constant method handles are
 * compiled to direct calls, so that reflection does not add any cost.
 */
final class OfficialRow {

	private static final MethodHandle GET_LONG = getter("getLong", long.class);

	private static final MethodHandle GET_DOUBLE = getter("getDouble", double.class);

	private static final MethodHandle GET_STRING = getter("getString", String.class);

	private static final MethodHandle GET_BOOLEAN = getter("getBoolean", boolean.class);

	private static final MethodHandle GET_TIMESTAMP = getter("getTimestamp", Timestamp.class);

	private OfficialRow() {
	}

	private static MethodHandle getter(String name, Class<?> type) {
		try {
			return MethodHandles.publicLookup()
				.findVirtual(Class.forName("org.apache.spark.sql.Row"), name, MethodType.methodType(type, int.class))
				.asType(MethodType.methodType(type, Object.class, int.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError(ex.getMessage(), ex);
		}
	}

	static void read(Object row, Tally tally) {
		try {
			long id = (long) GET_LONG.invokeExact(row, 0);
			double amount = (double) GET_DOUBLE.invokeExact(row, 1);
			String name = (String) GET_STRING.invokeExact(row, 2);
			boolean express = (boolean) GET_BOOLEAN.invokeExact(row, 3);
			Timestamp at = (Timestamp) GET_TIMESTAMP.invokeExact(row, 4);
			tally.add(id, amount, name, express, at.getTime());
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

}
