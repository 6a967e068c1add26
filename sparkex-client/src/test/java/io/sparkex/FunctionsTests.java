package io.sparkex;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.ExpressionsWithoutOrigin.withoutOrigin;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Functions} and the generated {@link SparkFunctions}.
 */
class FunctionsTests {

	private static final Column A = col("a");

	private static final Column B = col("b");

	private static Column call(String name, Object... arguments) {
		return call(false, name, arguments);
	}

	private static Column call(boolean distinct, String name, Object... arguments) {
		List<Expression> expressions = Arrays.stream(arguments)
			.map((argument) -> (argument instanceof Column column) ? column.expression() : Literal.of(argument))
			.toList();
		return new Column(new Call.Function(name, expressions, distinct));
	}

	private static List<Method> generated() {
		return Arrays.stream(SparkFunctions.class.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
			.toList();
	}

	@Test
	void generatesAllFunctions() {
		assertThat(generated()).hasSizeGreaterThanOrEqualTo(900)
			.allSatisfy((method) -> assertThat(method.getReturnType()).isEqualTo(Column.class));
		assertThat(generated().stream().map(Method::getName).distinct()).hasSizeGreaterThan(500);
	}

	@Test
	void sendsCallOfEachColumnFunction() throws ReflectiveOperationException {
		int tried = 0;
		for (Method method : generated()) {
			if (Arrays.stream(method.getParameterTypes()).allMatch(ColumnLike.class::equals)) {
				Object[] arguments = new Object[method.getParameterCount()];
				Arrays.setAll(arguments, (i) -> col("c" + i));
				Expression sent = withoutOrigin(((Column) method.invoke(null, arguments)));
				assertThat(sent).as(method.toString())
					.isInstanceOfAny(Call.Function.class, UnaryExpression.SortOrder.class);
				for (Object argument : arguments) {
					assertThat(sent.toString()).as(method.toString())
						.contains(withoutOrigin(((Column) argument)).toString());
				}
				tried++;
			}
		}
		assertThat(tried).isGreaterThan(400);
	}

	static Stream<Arguments> calls() {
		StructType schema = new StructType().add("x y", DataTypes.LongType);
		return Stream.of(arguments(Functions.rank(), call("rank")), arguments(Functions.sum("a"), call("sum", A)),
				arguments(Functions.count(lit(1)), call("count", 1)),
				arguments(Functions.countDistinct(A, B), call(true, "count", A, B)),
				arguments(Functions.countDistinct("a", "b"), call(true, "count", A, B)),
				arguments(Functions.round(A), call("round", A, 0)),
				arguments(Functions.round(A, 2), call("round", A, 2)), arguments(Functions.rand(42), call("rand", 42L)),
				arguments(Functions.trim(A, "x"), call("trim", "x", A)),
				arguments(Functions.concat_ws(", ", A, B), call("concat_ws", ", ", A, B)),
				arguments(Functions.concat_ws(", "), call("concat_ws", ", ")),
				arguments(Functions.split(A, "\\s", 2), call("split", A, "\\s", 2)),
				arguments(Functions.regexp_replace(A, "x", "$1"), call("regexp_replace", A, "x", "$1")),
				arguments(Functions.date_add(A, 3), call("date_add", A, 3)),
				arguments(Functions.struct("a", "b"), call("struct", A, B)),
				arguments(Functions.struct(), call("struct")),
				arguments(Functions.array_contains(A, "O'Neil"), call("array_contains", A, "O'Neil")),
				arguments(Functions.array_contains(A, B), call("array_contains", A, B)),
				arguments(Functions.from_json(A, schema), call("from_json", A, "STRUCT<`x y`: BIGINT>")),
				arguments(Functions.from_json(A, "a INT", Map.of()), call("from_json", A, "a INT")),
				arguments(Functions.to_json(A, Map.of("pretty", "true")),
						call("to_json", A, call("map", "pretty", "true"))),
				arguments(Functions.window(A, "1 day"), call("window", A, "1 day", "1 day", "0 second")),
				arguments(Functions.lag(A, 1, "x", true), call("lag", A, 1, "x", true)),
				arguments(Functions.desc("a"), A.desc()), arguments(Functions.asc_nulls_last("a"), A.asc_nulls_last()));
	}

	@ParameterizedTest
	@MethodSource("calls")
	void sendsExpectedCall(Column sent, Column expected) {
		assertThat(sent).isEqualTo(expected);
	}

	@Test
	void generatesSeedForEachCall() {
		assertThat(Functions.rand()).isNotEqualTo(Functions.rand());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 224, 256, 384, 512 })
	void sha2AcceptsValidLengths(int bits) {
		assertThat(Functions.sha2(A, bits)).isEqualTo(call("sha2", A, bits));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 1, 255, 1024 })
	void sha2RejectsOtherLengths(int bits) {
		assertThatIllegalArgumentException().isThrownBy(() -> Functions.sha2(A, bits))
			.withMessage("numBits must be 0, 224, 256, 384 or 512 but is " + bits);
	}

	@Test
	void jsonTupleSendsNamesAsLiterals() {
		assertThat(Functions.json_tuple(A, "x", "y.z")).isEqualTo(call("json_tuple", A, "x", "y.z"));
		assertThatIllegalArgumentException().isThrownBy(() -> Functions.json_tuple(A))
			.withMessage("json_tuple needs at least one field");
	}

	@Test
	void callsFunctionsByName() {
		assertThat(withoutOrigin(Functions.call_function("cat.f", A, B)))
			.isEqualTo(new Call.NamedFunction("cat.f", List.of(withoutOrigin(A), withoutOrigin(B))));
		assertThat(Functions.call_udf("f")).isEqualTo(Functions.call_function("f"));
		assertThatIllegalArgumentException().isThrownBy(() -> Functions.call_function(" "));
	}

	@Test
	void sendsSqlUnchanged() {
		assertThat(withoutOrigin(Functions.expr("a + 1"))).isEqualTo(new LeafExpression.SqlText("a + 1"));
		assertThatIllegalArgumentException().isThrownBy(() -> Functions.expr("\n"));
		assertThat(Functions.column("a")).isEqualTo(A);
	}

}
