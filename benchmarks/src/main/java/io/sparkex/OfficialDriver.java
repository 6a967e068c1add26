package io.sparkex;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * The measures of the official client, in a child JVM with its jars on the class path and
 * without those of sparkex. This class is compiled without those jars and uses
 * reflection.
 */
final class OfficialDriver {

	private static final String SQL = "org.apache.spark.sql.";

	private final Class<?> datasetType = type("Dataset");

	private final Class<?> sessionType = type("SparkSession");

	private final ChildArguments arguments;

	private final Object session;

	private final Object frame;

	private OfficialDriver(ChildArguments arguments) {
		this.arguments = arguments;
		this.session = session(arguments.url());
		Method range = method(this.sessionType, "range", long.class, long.class, long.class, int.class);
		Object numbers = invoke(range, this.session, 0L, arguments.rows(), 1L, Workload.PARTITIONS);
		this.frame = invoke(method(this.datasetType, "selectExpr", String[].class), numbers,
				(Object) Workload.columns());
	}

	static Object session(String url) {
		Object builder = invoke(method(type("connect.SparkSession"), "builder"), null);
		Object remote = invoke(method(builder.getClass(), "remote", String.class), builder, url);
		return invoke(method(remote.getClass(), "create"), remote);
	}

	/**
	 * Runs the measures that the parent requests.
	 * @param args {@link ChildArguments}
	 * @throws Exception if it fails
	 */
	public static void main(String[] args) throws Exception {
		MeasureLoop.run(new OfficialDriver(ChildArguments.parse(args)).measures());
		// The threads of the client would keep the JVM alive.
		Runtime.getRuntime().halt(0);
	}

	private Map<String, Callable<Sample>> measures() {
		Method collect = method(this.datasetType, "collect");
		Method collectAsList = method(this.datasetType, "collectAsList");
		Map<String, Callable<Sample>> measures = new LinkedHashMap<>();
		measures.put("collect", () -> Sample.of(() -> invoke(collect, this.frame), OfficialDriver::readArray));
		measures.put("collectAndRead", () -> Sample.of(() -> {
			Tally tally = new Tally();
			readArray(invoke(collect, this.frame), tally);
			return tally;
		}));
		measures.put("collectAsList",
				() -> Sample.of(() -> invoke(collectAsList, this.frame), OfficialDriver::readList));
		measures.put("iterate", () -> Sample.of(this::iterate));
		measures.put("select1", this::select1);
		measures.put("createDataFrame", this::createDataFrame);
		return measures;
	}

	private static void readArray(Object rows, Tally tally) {
		for (Object row : (Object[]) rows) {
			OfficialRow.read(row, tally);
		}
	}

	private static void readList(Object rows, Tally tally) {
		((List<?>) rows).forEach((row) -> OfficialRow.read(row, tally));
	}

	private Tally iterate() {
		Tally tally = new Tally();
		Iterator<?> rows = (Iterator<?>) invoke(method(this.datasetType, "toLocalIterator"), this.frame);
		while (rows.hasNext()) {
			OfficialRow.read(rows.next(), tally);
		}
		return tally;
	}

	private Sample select1() throws Exception {
		Method sql = method(this.sessionType, "sql", String.class);
		Method collect = method(this.datasetType, "collect");
		Method getInt = method(type("Row"), "getInt", int.class);
		return Latency.median(this.arguments.calls(), () -> {
			Object[] rows = (Object[]) invoke(collect, invoke(sql, this.session, "select 1"));
			return (Integer) invoke(getInt, rows[0], 0);
		});
	}

	/**
	 * Sets the limit without a unit: a 4.2 client fails on the unit in the limit that a
	 * 4.1 server returns.
	 */
	private void allowLocalRows() {
		Object conf = invoke(method(this.sessionType, "conf"), this.session);
		Method set = method(type("RuntimeConfig"), "set", String.class, String.class);
		invoke(set, conf, "spark.sql.session.localRelationSizeLimit", "3221225472");
	}

	private Sample createDataFrame() throws Exception {
		allowLocalRows();
		Object schema = invoke(method(type("types.StructType"), "fromDDL", String.class), null, Reading.DDL);
		Method create = method(type("RowFactory"), "create", Object[].class);
		List<Object> rows = new ArrayList<>();
		for (int i = 0; i < this.arguments.localRows(); i++) {
			Reading reading = Reading.of(i);
			rows.add(invoke(create, null, (Object) new Object[] { reading.id(), reading.level(), reading.name() }));
		}
		Method createDataFrame = method(this.sessionType, "createDataFrame", List.class, schema.getClass());
		Method count = method(this.datasetType, "count");
		return Sample.of(() -> (Long) invoke(count, invoke(createDataFrame, this.session, rows, schema)),
				(rowCount, tally) -> tally.addRows(rowCount));
	}

	static Class<?> type(String name) {
		try {
			return Class.forName(SQL + name);
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError(ex.getMessage(), ex);
		}
	}

	static Method method(Class<?> type, String name, Class<?>... parameterTypes) {
		try {
			return type.getMethod(name, parameterTypes);
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError(ex.getMessage(), ex);
		}
	}

	static Object invoke(Method method, @Nullable Object target, Object... arguments) {
		try {
			return method.invoke(target, arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(method + " failed", ex);
		}
	}

}
