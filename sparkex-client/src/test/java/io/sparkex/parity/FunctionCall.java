package io.sparkex.parity;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.sparkex.Column;
import io.sparkex.ColumnLike;
import io.sparkex.Functions;
import io.sparkex.TernaryFunction;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

/**
 * A call of one overload of a function, with arguments in SQL.
 *
 * @param family the registry file of the function
 * @param context the place of the call
 * @param method the overload
 * @param arguments column names, literals, lambdas or expressions
 * @param sql the same call in SQL; empty if the results cannot be compared
 */
record FunctionCall(String family, CallContext context, Method method, List<String> arguments, Optional<String> sql) {

	private static final Map<String, UnaryOperator<Column>> LAMBDAS = Map.of("x -> x IS NOT NULL", Column::isNotNull);

	private static final Map<String, BinaryOperator<Column>> LAMBDAS_OF_TWO = Map.of("(x, y) -> x", (x, y) -> x,
			"(x, y) -> x > y", Column::gt, "(x, y) -> x - y", Column::minus, "(x, y) -> y IS NOT NULL",
			(x, y) -> y.isNotNull());

	private static final Map<String, TernaryFunction> LAMBDAS_OF_THREE = Map.of("(x, y, z) -> y", (x, y, z) -> y);

	private static final Map<String, DataType> TYPES = Map.of("INT", DataTypes.IntegerType, "a INT",
			new StructType().add("a", DataTypes.IntegerType));

	/**
	 * Returns the column that the API creates.
	 */
	Column column() {
		Class<?>[] types = this.method.getParameterTypes();
		Object[] values = new Object[types.length];
		int fixed = this.method.isVarArgs() ? types.length - 1 : types.length;
		for (int i = 0; i < fixed; i++) {
			values[i] = value(types[i], this.arguments.get(i));
		}
		if (this.method.isVarArgs()) {
			Class<?> component = types[fixed].getComponentType();
			List<String> rest = this.arguments.subList(fixed, this.arguments.size());
			values[fixed] = rest.stream()
				.map((argument) -> value(component, argument))
				.toArray((length) -> (Object[]) Array.newInstance(component, length));
		}
		// The methods are declared in a superclass of Functions that is not public.
		this.method.setAccessible(true);
		try {
			return (Column) this.method.invoke(null, values);
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError(this + " cannot be called", ex);
		}
	}

	private static Object value(Class<?> type, String argument) {
		if (type == ColumnLike.class) {
			return column(argument);
		}
		if (type == Object.class) {
			return isLiteral(argument) ? literal(argument) : column(argument);
		}
		if (type == String.class) {
			return isText(argument) ? literal(argument) : argument;
		}
		if (type == byte[].class) {
			return literal(argument).toString().getBytes(StandardCharsets.UTF_8);
		}
		if (type == long.class) {
			return Long.valueOf(argument);
		}
		if (type == DataType.class) {
			return known(TYPES, literal(argument).toString());
		}
		if (type == Map.class) {
			return Map.of("timeZone", "UTC");
		}
		return type.isPrimitive() ? literal(argument) : lambda(type, argument);
	}

	private static Object lambda(Class<?> type, String argument) {
		if (type == UnaryOperator.class) {
			return known(LAMBDAS, argument);
		}
		return (type == BinaryOperator.class) ? known(LAMBDAS_OF_TWO, argument) : known(LAMBDAS_OF_THREE, argument);
	}

	private static <V> V known(Map<String, V> values, String argument) {
		V value = values.get(argument);
		if (value == null) {
			throw new IllegalArgumentException(argument + " is none of " + values.keySet());
		}
		return value;
	}

	private static Column column(String argument) {
		if (isLiteral(argument)) {
			return Functions.lit(literal(argument));
		}
		return argument.matches("\\w+") ? Functions.col(argument) : Functions.expr(argument);
	}

	private static boolean isText(String argument) {
		return argument.startsWith("'");
	}

	private static boolean isLiteral(String argument) {
		return argument.matches("'[^']*'|-?[0-9.]+D?|true|false");
	}

	private static Object literal(String argument) {
		if (isText(argument)) {
			return argument.substring(1, argument.length() - 1);
		}
		if (argument.equals("true") || argument.equals("false")) {
			return Boolean.valueOf(argument);
		}
		if (argument.endsWith("D")) {
			return Double.valueOf(argument);
		}
		return argument.contains(".") ? (Object) new BigDecimal(argument) : (Object) Integer.valueOf(argument);
	}

	static String signature(Method method) {
		return method.getName() + Arrays.stream(method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", "(", ")"));
	}

	@Override
	public String toString() {
		return signature(this.method) + " with " + this.arguments;
	}

}
