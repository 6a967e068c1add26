package io.sparkex.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Command}.
 */
class CommandTests {

	private static final Relation INPUT = new Relation(1, new Source.Range(0, 1, 1, null));

	private static final Expression ONE = Literal.of(1);

	private static final TableDefinition DEFINITION = new TableDefinition(null, List.of(), List.of(), Map.of());

	private static final MergeAction DELETE = new MergeAction(MergeAction.Type.DELETE, null, List.of());

	@Test
	void rejectsBlankNames() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Command.CreateView(INPUT, " ", false, false))
			.withMessage("the name of the view must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> new SaveTarget(SaveTarget.Kind.PATH, ""))
			.withMessage("path must not be blank");
		String table = "the name of a table must not be blank";
		assertThatIllegalArgumentException().isThrownBy(() -> new SaveTarget(SaveTarget.Kind.TABLE, ""))
			.withMessage(table);
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> new Write.ToTable(INPUT, "", Write.ToTable.Mode.APPEND, null, DEFINITION, Map.of(), false))
			.withMessage(table);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Write.Merge(INPUT, "\t", ONE, List.of(DELETE), List.of(), List.of(), false))
			.withMessage(table);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sales.orders", "`sales`.orders", "a.`b.c`", ".orders", "`a``b`.c" })
	void rejectsTemporaryViewsWithDatabase(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Command.CreateView(INPUT, name, false, true))
			.withMessage("The name of a temporary view must not contain a database but is " + name
					+ ". If the dot is a part of the name, put the name in backticks");
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders", "`sales.orders`", "`a``.b`", "größe" })
	void acceptsTemporaryViewsWithoutDatabase(String name) {
		assertThat(new Command.CreateView(INPUT, name, true, false).name()).isEqualTo(name);
	}

	@Test
	void rejectsEmptyBuckets() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Layout.Buckets(0, List.of("a"), List.of()))
			.withMessage("the number of buckets must be at least 1 but is 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new Layout.Buckets(1, List.of(), List.of()))
			.withMessage("buckets need at least one column");
	}

	@ParameterizedTest
	@EnumSource
	void requiresAConditionOnlyToOverwrite(Write.ToTable.Mode mode) {
		Expression condition = (mode == Write.ToTable.Mode.OVERWRITE) ? null : ONE;
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Write.ToTable(INPUT, "t", mode, condition, DEFINITION, Map.of(), false))
			.withMessage("a condition is required to overwrite rows and not allowed otherwise");
	}

	@ParameterizedTest
	@EnumSource
	void requiresAssignmentsOnlyForTypesThatUseThem(MergeAction.Type type) {
		List<MergeAction.Assignment> assignments = type.takesAssignments() ? List.of()
				: List.of(new MergeAction.Assignment(ONE, ONE));
		assertThatIllegalArgumentException().isThrownBy(() -> new MergeAction(type, null, assignments))
			.withMessageContaining("assign");
	}

	@Test
	void rejectsAMergeWithoutActions() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Write.Merge(INPUT, "t", ONE, List.of(), List.of(), List.of(), false))
			.withMessage("a merge needs at least one action");
	}

	@Test
	void hidesSecretsInOptionsAndProperties() {
		Map<String, String> secret = Map.of("password", "hunter2");
		TableDefinition definition = new TableDefinition("x", List.of(), List.of(), secret);
		Layout layout = new Layout(List.of(), null, List.of());
		assertThat(
				List.of(definition, new Write.Save(INPUT, "jdbc", null, Write.Save.Mode.APPEND, layout, secret, false),
						new Write.ToTable(INPUT, "t", Write.ToTable.Mode.CREATE, null, DEFINITION, secret, false)))
			.allSatisfy((node) -> assertThat(node.toString()).contains("password=***").doesNotContain("hunter2"));
	}

	@Test
	void copiesCollections() {
		List<String> names = new ArrayList<>(List.of("a"));
		List<Expression> expressions = new ArrayList<>(List.of(ONE));
		List<MergeAction> actions = new ArrayList<>(List.of(DELETE));
		Layout layout = new Layout(names, new Layout.Buckets(1, names, names), names);
		TableDefinition definition = new TableDefinition(null, expressions, names, Map.of());
		Write.Merge merge = new Write.Merge(INPUT, "t", ONE, actions, actions, actions, false);
		names.clear();
		expressions.clear();
		actions.clear();
		assertThat(layout.buckets()).isNotNull();
		assertThat(List.of(layout.partitioning(), layout.clustering(), layout.buckets().columns(),
				layout.buckets().sorting(), definition.partitioning(), definition.clustering(), merge.matched(),
				merge.notMatched(), merge.notMatchedBySource()))
			.allSatisfy((list) -> {
				assertThat(list).hasSize(1);
				assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
			});
	}

}
