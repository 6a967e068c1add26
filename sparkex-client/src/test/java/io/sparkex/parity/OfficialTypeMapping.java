package io.sparkex.parity;

import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mapping of official classes to ours, and the compatibility of their parameter
 * types.
 */
final class OfficialTypeMapping {

	private static final String SPARK = "org.apache.spark.";

	private static final String SQL = SPARK + "sql.";

	private static final Map<String, String> OTHER_NAMES = Map.of("Dataset", "DataFrame", "functions", "Functions",
			"RelationalGroupedDataset", "GroupedData", "SparkSession$Builder", "SparkSessionBuilder", "catalog.Catalog",
			"Catalog", "expressions.Window", "Window", "expressions.WindowSpec", "WindowSpec");

	/**
	 * Official classes whose meaning differs from our class of the same name.
	 */
	private static final Set<String> NAMESAKES = Set.of(SQL + "TypedColumn");

	private static final Map<String, Class<?>> PRIMITIVES = Map.of("boolean", boolean.class, "byte", byte.class,
			"short", short.class, "int", int.class, "long", long.class, "float", float.class, "double", double.class,
			"char", char.class, "void", void.class);

	private static final Set<String> WIDENINGS = Set.of("int to long", "int to double", "long to double",
			"float to double");

	private static final Set<String> SCALA_SEQUENCES = Set.of("scala.collection.immutable.Seq",
			"scala.collection.Iterable");

	private static final Set<String> SCALA_MAPS = Set.of("scala.collection.immutable.Map", "scala.collection.Map");

	private OfficialTypeMapping() {
	}

	/**
	 * Returns our class for an official class, named relative to
	 * {@code org.apache.spark.sql}.
	 */
	static Optional<Class<?>> of(String officialClass) {
		String name = OTHER_NAMES.getOrDefault(officialClass, officialClass);
		return load("io.sparkex." + name);
	}

	private static Optional<Class<?>> load(String name) {
		try {
			return Optional.of(Class.forName(name, false, OfficialTypeMapping.class.getClassLoader()));
		}
		catch (ClassNotFoundException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Class<?>> resolve(String type) {
		if (PRIMITIVES.containsKey(type)) {
			return Optional.of(PRIMITIVES.get(type));
		}
		if (type.endsWith("[]")) {
			return resolve(type.substring(0, type.length() - 2)).map(Class::arrayType);
		}
		if (NAMESAKES.contains(type)) {
			return Optional.empty();
		}
		if (type.startsWith(SQL)) {
			return of(type.substring(SQL.length()));
		}
		if (type.startsWith(SPARK)) {
			return load("io.sparkex." + type.substring(SPARK.length()));
		}
		return type.startsWith("java.") ? load(type) : Optional.empty();
	}

	/**
	 * Returns {@code true} if our method can be called with the parameters of an official
	 * one.
	 * @param scalaAsJava {@code true} to accept Java collections for Scala collections
	 */
	static boolean accepts(OfficialMethod official, Executable ours, boolean scalaAsJava) {
		String name = (ours instanceof Method) ? ours.getName() : OfficialMethod.CONSTRUCTOR;
		if (!name.equals(official.name()) || Modifier.isStatic(ours.getModifiers()) != official.isStatic()) {
			return false;
		}
		List<String> wanted = official.parameterTypes();
		Class<?>[] taken = ours.getParameterTypes();
		return accepts(wanted, taken, scalaAsJava) || (ours.isVarArgs() && acceptsVarargs(wanted, taken, scalaAsJava));
	}

	private static boolean accepts(List<String> wanted, Class<?>[] taken, boolean scalaAsJava) {
		if (wanted.size() != taken.length) {
			return false;
		}
		for (int i = 0; i < taken.length; i++) {
			if (!accepts(wanted.get(i), taken[i], scalaAsJava)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Our variadic parameter accepts several official parameters, the last of which may
	 * be variadic.
	 */
	private static boolean acceptsVarargs(List<String> wanted, Class<?>[] taken, boolean scalaAsJava) {
		int fixed = taken.length - 1;
		if (wanted.size() < fixed || !accepts(wanted.subList(0, fixed), Arrays.copyOf(taken, fixed), scalaAsJava)) {
			return false;
		}
		for (int i = fixed; i < wanted.size(); i++) {
			boolean last = (i == wanted.size() - 1);
			if (!accepts(wanted.get(i), taken[fixed].getComponentType(), scalaAsJava)
					&& !(last && accepts(wanted.get(i), taken[fixed], scalaAsJava))) {
				return false;
			}
		}
		return true;
	}

	private static boolean accepts(String official, Class<?> ours, boolean scalaAsJava) {
		if (official.startsWith("scala.Function")) {
			return arity(ours) == Integer.parseInt(official.substring("scala.Function".length()));
		}
		if (official.equals(SQL + "types.Metadata")) {
			// Metadata is a JSON object, as text.
			return ours == String.class;
		}
		if (scalaAsJava && SCALA_SEQUENCES.contains(official)) {
			return ours.isArray() || Iterable.class.isAssignableFrom(ours);
		}
		if (scalaAsJava && SCALA_MAPS.contains(official)) {
			return ours == Map.class;
		}
		if (scalaAsJava && official.equals("scala.Symbol")) {
			return ours == String.class;
		}
		return resolve(official).filter((type) -> converts(type, ours)).isPresent();
	}

	/**
	 * Returns {@code true} if Java converts a value implicitly, including boxing.
	 */
	private static boolean converts(Class<?> from, Class<?> to) {
		return to.isAssignableFrom(from) || to.isAssignableFrom(boxed(from)) || boxed(to) == boxed(from)
				|| WIDENINGS.contains(from + " to " + to);
	}

	private static Class<?> boxed(Class<?> type) {
		return MethodType.methodType(type).wrap().returnType();
	}

	/**
	 * Returns the number of parameters of a functional interface, or -1 for other types.
	 */
	private static int arity(Class<?> type) {
		if (!type.isInterface()) {
			return -1;
		}
		List<Method> methods = Arrays.stream(type.getMethods())
			.filter((method) -> Modifier.isAbstract(method.getModifiers()))
			.toList();
		return (methods.size() == 1) ? methods.get(0).getParameterCount() : -1;
	}

	/**
	 * Returns {@code true} if code that uses the official result can use ours.
	 */
	static boolean returnsTheSame(OfficialMethod official, Method ours) {
		Class<?> type = ours.getReturnType();
		if (official.returnType().equals("java.lang.Object")) {
			// A type variable or an array of one, which Scala erases to Object as well.
			return !official.genericReturnType().equals("java.lang.Object") || type == Object.class;
		}
		return resolve(official.returnType()).filter((wanted) -> wanted.isAssignableFrom(type)).isPresent();
	}

}
