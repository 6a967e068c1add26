package io.sparkex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The official client, called by reflection. It comes from the jars that the build
 * collects and has its own class loader, because the two clients cannot share a class
 * path.
 * <p>
 * Reflection costs about ten nanoseconds per call, compared with microseconds for the
 * called methods.
 */
final class OfficialClient implements AutoCloseable {

	private final URLClassLoader classLoader = classLoader();

	private final Class<?> columnType = type("Column");

	private final Method col = method(type("functions"), "col", String.class);

	private final Method plus = method(this.columnType, "plus", Object.class);

	private final Method as = method(this.columnType, "as", String.class);

	private final Method range = method(type("SparkSession"), "range", long.class);

	private final Method select = method(type("Dataset"), "select", this.columnType.arrayType());

	private final Method withColumn = method(type("Dataset"), "withColumn", String.class, this.columnType);

	private final Method plan = method(type("connect.Dataset"), "plan");

	private final Method toByteArray = method(this.plan.getReturnType(), "toByteArray");

	private final Object session = session();

	/**
	 * Creates a session, which does not connect until a query runs.
	 */
	private Object session() {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(this.classLoader);
		try {
			Object builder = invoke(method(type("connect.SparkSession"), "builder"), null);
			Object remote = invoke(method(builder.getClass(), "remote", String.class), builder, "sc://localhost");
			return invoke(method(remote.getClass(), "create"), remote);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	/**
	 * Creates a class loader of the jars next to the classes or the jar of the
	 * benchmarks.
	 */
	private static URLClassLoader classLoader() {
		String self = OfficialClient.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		try (Stream<Path> jars = Files.list(Path.of(self).resolveSibling("official-client"))) {
			URL[] urls = jars.map(OfficialClient::url).toArray(URL[]::new);
			return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static URL url(Path jar) {
		try {
			return jar.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Class<?> type(String name) {
		try {
			return this.classLoader.loadClass("org.apache.spark.sql." + name);
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError(ex.getMessage(), ex);
		}
	}

	private static Method method(Class<?> type, String name, Class<?>... parameterTypes) {
		try {
			return type.getMethod(name, parameterTypes);
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError(ex.getMessage(), ex);
		}
	}

	private static Object invoke(Method method, @Nullable Object target, Object... arguments) {
		try {
			return method.invoke(target, arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError(ex.getMessage(), ex);
		}
	}

	Object range(long end) {
		return invoke(this.range, this.session, end);
	}

	/**
	 * Returns the column {@code id} plus a number.
	 */
	Object idPlus(int number) {
		return invoke(this.plus, invoke(this.col, null, "id"), number);
	}

	Object as(Object column, String name) {
		return invoke(this.as, column, name);
	}

	Object select(Object frame, List<Object> columns) {
		Object array = columns.toArray((length) -> (Object[]) Array.newInstance(this.columnType, length));
		return invoke(this.select, frame, array);
	}

	Object withColumn(Object frame, String name, Object column) {
		return invoke(this.withColumn, frame, name, column);
	}

	/**
	 * Returns the encoded plan of a DataFrame. The client has created the message while
	 * the DataFrame was built.
	 */
	byte[] encode(Object frame) {
		return (byte[]) invoke(this.toByteArray, invoke(this.plan, frame));
	}

	/**
	 * Shuts the channel down without notifying the server, because there is none.
	 */
	@Override
	public void close() throws IOException {
		Object client = invoke(method(this.session.getClass(), "client"), this.session);
		invoke(method(client.getClass(), "shutdown"), client);
		this.classLoader.close();
	}

}
