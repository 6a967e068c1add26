package io.sparkex;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.errors.UnreachableException;

import static io.sparkex.Functions.col;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each public method that accepts a {@link ColumnLike} accepts typed columns.
 */
class ColumnLikeTests {

	private static final SparkSession spark = SparkSession.builder().url("sc://localhost:1").failFast().build();

	private static final DataFrame df = spark.range(1);

	private static final Map<Class<?>, @Nullable Object> INSTANCES = Map.of(DataFrame.class, df, GroupedData.class,
			df.groupBy("a"), Column.class, col("a"), DataFrameWriterV2.class, df.writeTo("t"),
			TableValuedFunction.class, spark.tvf(), WindowSpec.class, Window.partitionBy("a"), TableArg.class,
			df.asTable(), DataFrameStatFunctions.class, df.stat(), AsOfJoinOptions.class, AsOfJoinOptions.backward(),
			MergeIntoWriter.class, df.mergeInto("t", col("a")));

	private static final List<Class<?>> STATIC = List.of(Functions.class, Window.class);

	private record Trip(long id, String city) {
	}

	@AfterAll
	static void close() {
		spark.close();
	}

	static Stream<Method> methods() {
		return Stream.concat(INSTANCES.keySet().stream(), STATIC.stream())
			.flatMap((type) -> Arrays.stream(type.getMethods()))
			.filter((method) -> !method.isBridge() && method.getDeclaringClass() != Object.class)
			.filter((method) -> Arrays.stream(method.getGenericParameterTypes())
				.anyMatch((type) -> type.getTypeName().contains(ColumnLike.class.getName())))
			.filter((method) -> Arrays.stream(method.getParameters())
				.allMatch((parameter) -> argument(parameter) != null));
	}

	@Test
	void coversMostMethods() {
		assertThat(methods()).hasSizeGreaterThan(500);
		assertThat(methods().map(Method::getName)).contains("drop", "observe", "groupingSets", "stack", "json_tuple",
				"partitionedBy", "agg", "select");
	}

	/**
	 * The record of the public API lists each type in a line without indentation, and its
	 * members in the lines below.
	 */
	@Test
	void coversAllTypes() throws IOException {
		Set<String> types = new TreeSet<>();
		String type = "";
		for (String line : Files.readAllLines(Path.of("public-api.txt"))) {
			if (!line.startsWith("\t")) {
				type = line.replaceAll(".*(?:class|interface) (io\\.sparkex\\.\\w+).*", "$1");
			}
			else if (line.matches(".*\\(.*io\\.sparkex\\.ColumnLike.*\\).*")) {
				types.add(type);
			}
		}
		assertThat(types).isNotEmpty()
			.isSubsetOf(Stream.concat(INSTANCES.keySet().stream(), STATIC.stream()).map(Class::getName).toList());
	}

	@ParameterizedTest
	@MethodSource("methods")
	void acceptsTypedColumns(Method method) throws IllegalAccessException {
		Object[] arguments = Arrays.stream(method.getParameters()).map(ColumnLikeTests::argument).toArray();
		Object target = Modifier.isStatic(method.getModifiers()) ? null : INSTANCES.get(method.getDeclaringClass());
		try {
			assertThat(method.invoke(target, arguments)).isNotNull();
		}
		catch (InvocationTargetException ex) {
			// Other arguments may be invalid, and methods that run a query find no
			// server.
			assertThat(ex.getCause()).isInstanceOfAny(IllegalArgumentException.class, UnreachableException.class);
		}
	}

	private static @Nullable Object argument(Parameter parameter) {
		Class<?> type = parameter.getType();
		if (type == ColumnLike[].class) {
			return new ColumnLike[] { col(Trip::id), col(Trip::city) };
		}
		if (type == Object[].class) {
			return new Object[] { col(Trip::id), 1 };
		}
		if (type.isAssignableFrom(List.class) && type != Object.class) {
			boolean nested = parameter.getParameterizedType().getTypeName().contains("List<? extends java.util.List");
			return nested ? List.of(List.of(col(Trip::id))) : List.of(col(Trip::id));
		}
		if (type.isInstance(col(Trip::id))) {
			return col(Trip::id);
		}
		return Stream.of("a", 1, 1L, 1d, true, col("a"), df, new Observation("o"), Window.partitionBy("a"))
			.filter((value) -> wrapped(type).isInstance(value))
			.findFirst()
			.orElse(null);
	}

	private static Class<?> wrapped(Class<?> type) {
		Map<Class<?>, Class<?>> wrappers = Map.of(int.class, Integer.class, long.class, Long.class, double.class,
				Double.class, boolean.class, Boolean.class);
		return wrappers.getOrDefault(type, type);
	}

}
