package io.sparkex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.types.DataTypes;
import io.sparkex.types.UnparsedType;

import static io.sparkex.ExpressionsWithoutOrigin.withoutOrigin;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.transform;
import static io.sparkex.Functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Column}.
 */
class ColumnTests {

	private static final Expression A = new LeafExpression.Attribute("a", null);

	private static Expression function(String name, Object... arguments) {
		return new Call.Function(name,
				Arrays.stream(arguments)
					.map((argument) -> (argument instanceof Expression expression) ? expression : Literal.of(argument))
					.toList(),
				false);
	}

	@Test
	void distinguishesStarsFromNames() {
		assertThat(withoutOrigin(col("*"))).isEqualTo(new LeafExpression.Star(null, null));
		assertThat(withoutOrigin(col("t.*"))).isEqualTo(new LeafExpression.Star("t.*", null));
		assertThat(withoutOrigin(col("a.b.*"))).isEqualTo(new LeafExpression.Star("a.b.*", null));
		assertThat(withoutOrigin(col("`a.*`"))).isEqualTo(new LeafExpression.Attribute("`a.*`", null));
		assertThat(withoutOrigin(col("a*"))).isEqualTo(new LeafExpression.Attribute("a*", null));
		assertThat(withoutOrigin(col(""))).isEqualTo(new LeafExpression.Attribute("", null));
		assertThat(withoutOrigin(Column.named("*", 5L))).isEqualTo(new LeafExpression.Star(null, 5L));
		assertThat(withoutOrigin(Column.named("a", 5L))).isEqualTo(new LeafExpression.Attribute("a", 5L));
	}

	@Test
	void sendsOperatorsByName() {
		Column a = col("a");
		assertThat(List.of(a.equalTo(1), a.eqNullSafe(1), a.gt(1), a.geq(1), a.lt(1), a.leq(1), a.and(1), a.or(1),
				a.plus(1), a.minus(1), a.multiply(1), a.divide(1), a.mod(1), a.bitwiseAND(1), a.bitwiseOR(1),
				a.bitwiseXOR(1), a.contains(1), a.startsWith(1), a.endsWith(1)))
			.extracting(ExpressionsWithoutOrigin::withoutOrigin)
			.containsExactly(function("=", A, 1), function("<=>", A, 1), function(">", A, 1), function(">=", A, 1),
					function("<", A, 1), function("<=", A, 1), function("and", A, 1), function("or", A, 1),
					function("+", A, 1), function("-", A, 1), function("*", A, 1), function("/", A, 1),
					function("%", A, 1), function("&", A, 1), function("|", A, 1), function("^", A, 1),
					function("contains", A, 1), function("startswith", A, 1), function("endswith", A, 1));
		assertThat(withoutOrigin(a.notEqual(1))).isEqualTo(function("!", function("=", A, 1)));
		assertThat(withoutOrigin(a.between(1, 2)))
			.isEqualTo(function("and", function(">=", A, 1), function("<=", A, 2)));
		assertThat(withoutOrigin(a.like("x%"))).isEqualTo(function("like", A, "x%"));
		assertThat(withoutOrigin(a.substr(1, 2))).isEqualTo(function("substr", A, 1, 2));
	}

	@Test
	void acceptsColumnsAndValues() {
		assertThat(withoutOrigin(col("a").plus(col("b"))))
			.isEqualTo(function("+", A, new LeafExpression.Attribute("b", null)));
		assertThat(withoutOrigin(col("a").equalTo("b"))).isEqualTo(function("=", A, "b"));
		assertThat(withoutOrigin(col("a").equalTo(null)))
			.isEqualTo(new Call.Function("=", List.of(A, Literal.of(null)), false));
		assertThat(lit(col("a"))).isEqualTo(col("a"));
		assertThatIllegalArgumentException().isThrownBy(() -> col("a").equalTo(new Object()))
			.withMessageContaining("java.lang.Object");
	}

	@Test
	void comparesWithListOfValues() {
		assertThat(withoutOrigin(col("a").isin(1, null, col("b")))).isEqualTo(new Call.Function("in",
				List.of(A, Literal.of(1), Literal.of(null), new LeafExpression.Attribute("b", null)), false));
		assertThat(withoutOrigin(col("a").isin())).isEqualTo(function("in", A));
		assertThat(col("a").isInCollection(List.of(1, 2))).isEqualTo(col("a").isin(1, 2));
		assertThat(col("a").isInCollection(List.of())).isEqualTo(col("a").isin());
	}

	@Test
	void chainsWhenBranches() {
		Column column = when(col("a"), 1).when(col("b"), 2).otherwise(3);
		assertThat(withoutOrigin(column))
			.isEqualTo(function("when", A, 1, new LeafExpression.Attribute("b", null), 2, 3));
		assertThat(withoutOrigin(when(col("a"), null)))
			.isEqualTo(new Call.Function("when", List.of(A, Literal.of(null)), false));
	}

	@Test
	void rejectsMisplacedWhenAndOtherwise() {
		String when = "when() must follow when() and must not follow otherwise()";
		String otherwise = "otherwise() must follow when() and must not follow otherwise()";
		Column complete = when(col("a"), 1).otherwise(2);
		assertThatIllegalArgumentException().isThrownBy(() -> col("a").when(col("b"), 1)).withMessage(when);
		assertThatIllegalArgumentException().isThrownBy(() -> complete.when(col("b"), 1)).withMessage(when);
		assertThatIllegalArgumentException().isThrownBy(() -> complete.otherwise(1)).withMessage(otherwise);
		assertThatIllegalArgumentException().isThrownBy(() -> lit(1).otherwise(1)).withMessage(otherwise);
		assertThatIllegalArgumentException().isThrownBy(() -> when(col("a"), 1).as("x").otherwise(1))
			.withMessage(otherwise);
	}

	@Test
	void castsAliasesAndSorts() {
		assertThat(withoutOrigin(col("a").as("x"))).isEqualTo(new UnaryExpression.Alias(A, List.of("x")));
		assertThat(col("a").alias("x")).isEqualTo(col("a").as("x")).isEqualTo(col("a").name("x"));
		assertThat(withoutOrigin(col("a").as(new String[] { "k", "v" })))
			.isEqualTo(new UnaryExpression.Alias(A, List.of("k", "v")));
		assertThatIllegalArgumentException().isThrownBy(() -> col("a").as(new String[0]));
		assertThat(withoutOrigin(col("a").cast(DataTypes.LongType)))
			.isEqualTo(new UnaryExpression.Cast(A, DataTypes.LongType, false));
		assertThat(withoutOrigin(col("a").try_cast("decimal(10,2)")))
			.isEqualTo(new UnaryExpression.Cast(A, new UnparsedType("decimal(10,2)"), true));
	}

	@Test
	void usesNullOrderingOfSpark() {
		assertThat(withoutOrigin(col("a").asc())).isEqualTo(new UnaryExpression.SortOrder(A, true, true));
		assertThat(withoutOrigin(col("a").desc())).isEqualTo(new UnaryExpression.SortOrder(A, false, false));
		assertThat(withoutOrigin(col("a").asc_nulls_last())).isEqualTo(new UnaryExpression.SortOrder(A, true, false));
		assertThat(withoutOrigin(col("a").desc_nulls_first())).isEqualTo(new UnaryExpression.SortOrder(A, false, true));
		assertThat(col("a").sortOrder()).isEqualTo(col("a").asc().sortOrder());
		assertThat(col("a").desc().sortOrder().ascending()).isFalse();
	}

	@Test
	void isEqualIfExpressionsAreEqual() {
		assertThat(col("a").plus(1)).isEqualTo(col("a").plus(1)).hasSameHashCodeAs(col("a").plus(1));
		assertThat(col("a")).isNotEqualTo(col("A")).isNotEqualTo(Column.named("a", 1L)).isNotEqualTo("a");
		assertThat(lit(1)).isNotEqualTo(lit(1L)).isNotEqualTo(lit("1"));
		assertThat(lit(new byte[] { 1 })).isEqualTo(lit(new byte[] { 1 }));
		assertThat(col("größe").gt(1).as("x")).hasToString("(größe > 1) AS x");
	}

	@Test
	void givesNestedLambdasUniqueParameters() {
		List<Column> parameters = new ArrayList<>();
		transform(col("a"), (x) -> {
			parameters.add(x);
			return transform(x, (y, index) -> {
				parameters.add(y);
				parameters.add(index);
				return x.plus(y).plus(index);
			});
		});
		assertThat(parameters).hasSize(3).doesNotHaveDuplicates();
	}

	@Test
	void passesParametersToLambdas() {
		Column column = transform(col("a"), (x, i) -> x.plus(i));
		Call.Lambda lambda = (Call.Lambda) ((Call.Function) withoutOrigin(column)).arguments().get(1);
		assertThat(lambda.parameters()).hasSize(2);
		assertThat(lambda.body()).isEqualTo(function("+", lambda.parameters().get(0), lambda.parameters().get(1)));
		Call.Lambda ternary = (Call.Lambda) withoutOrigin(Column.lambda((x, y, z) -> z));
		assertThat(ternary.parameters()).hasSize(3);
		assertThat(ternary.body()).isEqualTo(ternary.parameters().get(2));
	}

}
