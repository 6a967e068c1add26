package io.sparkex.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Relation} and its operators.
 */
class PlanTests {

	private static final Relation INPUT = new Relation(1, new Source.Range(0, 1, 1, null));

	private static final Expression ONE = Literal.of(1);

	@ParameterizedTest
	@CsvSource({ "inner, INNER", "CROSS, CROSS", "outer, FULL_OUTER", "full, FULL_OUTER", "full_outer, FULL_OUTER",
			"fullouter, FULL_OUTER", "left, LEFT_OUTER", "leftouter, LEFT_OUTER", "Left_Outer, LEFT_OUTER",
			"right, RIGHT_OUTER", "right_outer, RIGHT_OUTER", "semi, LEFT_SEMI", "left_semi, LEFT_SEMI",
			"leftsemi, LEFT_SEMI", "anti, LEFT_ANTI", "LEFT_ANTI, LEFT_ANTI", "leftanti, LEFT_ANTI" })
	void findsJoinTypesByAllNames(String name, JoinType type) {
		assertThat(JoinType.of(name)).isEqualTo(type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " inner", "sideways", "innér" })
	void listsJoinTypesIfTheNameIsUnknown(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> JoinType.of(name))
			.withMessageContaining("Unknown join type '" + name + "'")
			.withMessageContaining("leftanti");
	}

	@ParameterizedTest
	@EnumSource
	void findsExplainModesIgnoringCase(ExplainMode mode) {
		assertThat(ExplainMode.of(mode.name())).isEqualTo(mode);
		assertThat(ExplainMode.of(mode.name().toLowerCase(java.util.Locale.ROOT))).isEqualTo(mode);
	}

	@Test
	void listsExplainModesIfTheNameIsUnknown() {
		assertThatIllegalArgumentException().isThrownBy(() -> ExplainMode.of("verbose"))
			.withMessage("Unknown explain mode 'verbose'; use one of [simple, extended, codegen, cost, formatted]");
	}

	@Test
	void rejectsInvalidArgumentsByName() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Source.Range(0, 1, 0, null))
			.withMessage("step must not be 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new Source.Range(0, 1, 1, 0))
			.withMessage("partitions must be at least 1 but is 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new Source.Sql("\n ", Map.of(), List.of()))
			.withMessage("query must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> new Source.NamedTable("", Map.of()))
			.withMessage("identifier must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> new RowOperator.Limit(INPUT, -1))
			.withMessage("limit must not be negative but is -1");
		assertThatIllegalArgumentException().isThrownBy(() -> new RowOperator.Sort(INPUT, List.of(), true))
			.withMessage("a sort needs at least one column");
		assertThatIllegalArgumentException().isThrownBy(() -> new Projection.SubqueryAlias(INPUT, " "))
			.withMessage("alias must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> new UnaryExpression.Alias(ONE, List.of()))
			.withMessage("an alias needs at least one name");
		assertThatIllegalArgumentException().isThrownBy(() -> new Call.NamedFunction("", List.of()))
			.withMessage("the name of a function must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> new LeafExpression.SqlText("  "))
			.withMessage("the SQL text of an expression must not be blank");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new BinaryOperator.Join(INPUT, INPUT, JoinType.INNER, ONE, List.of("id")))
			.withMessage("a join takes a condition or column names, not both");
	}

	@Test
	void rejectsMixedSqlArguments() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Source.Sql("SELECT 1", Map.of("a", ONE), List.of(ONE)))
			.withMessage("named and positional arguments cannot be mixed");
	}

	@Test
	void acceptsLimitValues() {
		assertThat(new RowOperator.Limit(INPUT, 0).rows()).isZero();
		assertThat(new Source.Range(Long.MAX_VALUE, Long.MIN_VALUE, -1, 1).partitions()).isOne();
		assertThat(new BinaryOperator.Join(INPUT, INPUT, JoinType.CROSS, null, List.of()).condition()).isNull();
	}

	@Test
	void copiesCollections() {
		List<Expression> expressions = new ArrayList<>(List.of(ONE));
		List<String> names = new ArrayList<>(List.of("a"));
		Map<String, String> options = new HashMap<>(Map.of("a", "b"));
		Map<String, Expression> arguments = new HashMap<>(Map.of("a", ONE));
		List<UnaryExpression.Alias> aliases = new ArrayList<>(List.of(new UnaryExpression.Alias(ONE, List.of("a"))));
		List<UnaryExpression.SortOrder> orders = new ArrayList<>(
				List.of(new UnaryExpression.SortOrder(ONE, true, true)));
		List<LeafExpression.LambdaVariable> variables = new ArrayList<>(
				List.of(new LeafExpression.LambdaVariable("x")));
		Projection.Project project = new Projection.Project(INPUT, expressions);
		Projection.WithColumns withColumns = new Projection.WithColumns(INPUT, aliases);
		Projection.Drop drop = new Projection.Drop(INPUT, expressions, names);
		Grouping.Aggregate aggregate = new Grouping.Aggregate(INPUT, Grouping.GroupType.CUBE, expressions, expressions);
		RowOperator.Sort sort = new RowOperator.Sort(INPUT, orders, true);
		RowOperator.Deduplicate deduplicate = new RowOperator.Deduplicate(INPUT, names);
		BinaryOperator.Join join = new BinaryOperator.Join(INPUT, INPUT, JoinType.INNER, null, names);
		Source.Sql named = new Source.Sql("SELECT :a", arguments, List.of());
		Source.Sql positional = new Source.Sql("SELECT ?", Map.of(), expressions);
		Source.NamedTable table = new Source.NamedTable("t", options);
		Source.DataSource files = new Source.DataSource(null, null, options, names);
		Call.Function function = new Call.Function("f", expressions, false);
		Call.NamedFunction namedFunction = new Call.NamedFunction("f", expressions);
		Call.Lambda lambda = new Call.Lambda(ONE, variables);
		UnaryExpression.Alias alias = new UnaryExpression.Alias(ONE, names);
		expressions.clear();
		names.clear();
		options.clear();
		arguments.clear();
		aliases.clear();
		orders.clear();
		variables.clear();
		assertThat(List.of(project.columns(), withColumns.columns(), drop.columns(), drop.names(), aggregate.keys(),
				aggregate.aggregates(), sort.order(), deduplicate.columns(), join.using(), positional.positional(),
				files.paths(), function.arguments(), namedFunction.arguments(), lambda.parameters(), alias.names()))
			.allSatisfy((list) -> {
				assertThat(list).hasSize(1);
				assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
			});
		assertThat(List.of(named.named(), table.options(), files.options())).allSatisfy((map) -> {
			assertThat(map).hasSize(1);
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
		});
	}

	@Test
	void copiesTheBytesOfAServerRelation() {
		byte[] bytes = { 1, 2, 3 };
		Source.ServerRelation relation = new Source.ServerRelation(bytes);
		bytes[0] = 9;
		relation.encoded()[1] = 9;
		assertThat(relation.encoded()).containsExactly(1, 2, 3);
		assertThat(relation).isEqualTo(new Source.ServerRelation(new byte[] { 1, 2, 3 }))
			.hasSameHashCodeAs(new Source.ServerRelation(new byte[] { 1, 2, 3 }))
			.isNotEqualTo(new Source.ServerRelation(bytes))
			.hasToString("ServerRelation[3 bytes]");
	}

	@Test
	void listsInputsLeftBeforeRight() {
		Relation other = new Relation(2, new Source.NamedTable("t", Map.of()));
		assertThat(new Relation(3, new BinaryOperator.Join(INPUT, other, JoinType.CROSS, null, List.of())).inputs())
			.containsExactly(INPUT, other);
		assertThat(new BinaryOperator.SetOperation(other, INPUT, SetOperationType.EXCEPT, false, false, false).inputs())
			.containsExactly(other, INPUT);
		assertThat(new RowOperator.Limit(INPUT, 1).inputs()).containsExactly(INPUT);
		assertThat(new Projection.Project(INPUT, List.of()).inputs()).containsExactly(INPUT);
		assertThat(new Grouping.Aggregate(INPUT, Grouping.GroupType.ROLLUP, List.of(), List.of()).inputs())
			.containsExactly(INPUT);
		assertThat(new ShowOperator.ShowString(INPUT, 1, 0, false).inputs()).containsExactly(INPUT);
		assertThat(INPUT.inputs()).isEmpty();
	}

}
