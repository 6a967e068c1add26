package io.sparkex.internal.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Layout;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.MergeAction;
import io.sparkex.internal.plan.MergeAction.Assignment;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.RowOperator;
import io.sparkex.internal.plan.SaveTarget;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.plan.Subquery;
import io.sparkex.internal.plan.TableDefinition;
import io.sparkex.internal.plan.Write;
import io.sparkex.internal.proto.WriteOperation;
import io.sparkex.internal.proto.WriteOperationV2;
import io.sparkex.storage.StorageLevel;
import io.sparkex.types.DataTypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link CommandEncoder} and {@link WriteEncoder} against golden plans.
 */
class CommandEncoderTests {

	private static final Relation TABLE = new Relation(7, new Source.NamedTable("t", Map.of()));

	private static final Expression A = new LeafExpression.Attribute("a", null);

	private static final Expression CONDITION = new Call.Function("=", List.of(A, Literal.of(1)), false);

	private static final Layout NO_LAYOUT = new Layout(List.of(), null, List.of());

	private static final TableDefinition NO_DEFINITION = new TableDefinition(null, List.of(), List.of(), Map.of());

	static Stream<Arguments> commands() {
		return Stream.of(
				arguments("run-sql",
						new Command.RunSql(new Relation(42,
								new Source.Sql("CREATE TABLE t AS SELECT :a", Map.of("a", Literal.of(1)), List.of())))),
				arguments("create-view", new Command.CreateView(TABLE, "v", false, false)),
				arguments("create-view-global", new Command.CreateView(TABLE, "v", true, true)),
				arguments("checkpoint", new Command.Checkpoint(TABLE, false, true, null)),
				arguments("checkpoint-local", new Command.Checkpoint(TABLE, true, false, StorageLevel.DISK_ONLY_2)),
				arguments("execute-external", new Command.ExecuteExternal("a.b.Runner", "do it", Map.of("k", "v"))),
				arguments("get-resources", new Command.GetResources()),
				arguments("forget-relation", new Command.ForgetRelation("0-1-2")),
				arguments("register-java-function",
						new Command.RegisterJavaFunction("f", "a.b.F", DataTypes.LongType, false)),
				arguments("register-java-aggregate", new Command.RegisterJavaFunction("f", "a.b.F", null, true)),
				arguments("save-path",
						new Write.Save(TABLE, "csv", new SaveTarget(SaveTarget.Kind.PATH, "/x"),
								Write.Save.Mode.OVERWRITE, new Layout(List.of("day", "city"), null, List.of()),
								Map.of("header", "true"), false)),
				arguments("save-table",
						new Write.Save(TABLE, null, new SaveTarget(SaveTarget.Kind.TABLE, "db.t"),
								Write.Save.Mode.IGNORE,
								new Layout(List.of("day"), new Layout.Buckets(8, List.of("id", "k"), List.of("ts")),
										List.of()),
								Map.of(), false)),
				arguments("save-existing-table",
						new Write.Save(TABLE, null, new SaveTarget(SaveTarget.Kind.EXISTING_TABLE, "`a b`"),
								Write.Save.Mode.APPEND, NO_LAYOUT, Map.of(), true)),
				arguments("save-clustered",
						new Write.Save(TABLE, "delta", new SaveTarget(SaveTarget.Kind.TABLE, "t"),
								Write.Save.Mode.ERROR_IF_EXISTS, new Layout(List.of(), null, List.of("a", "b")),
								Map.of(), false)),
				arguments("save-jdbc",
						new Write.Save(TABLE, "jdbc", null, Write.Save.Mode.APPEND, NO_LAYOUT,
								Map.of("url", "jdbc:h2:mem:x", "dbtable", "t", "password", "p"), false)),
				arguments("save-defaults",
						new Write.Save(TABLE, null, null, Write.Save.Mode.ERROR_IF_EXISTS, NO_LAYOUT, Map.of(), false)),
				arguments("to-table",
						new Write.ToTable(TABLE, "cat.db.t", Write.ToTable.Mode.CREATE_OR_REPLACE, null,
								new TableDefinition("iceberg", List.of(new Call.Function("years", List.of(A), false)),
										List.of(), Map.of("owner", "me")),
								Map.of("fanout", "true"), false)),
				arguments("to-table-clustered",
						new Write.ToTable(TABLE, "t", Write.ToTable.Mode.CREATE, null,
								new TableDefinition(null, List.of(), List.of("a", "b"), Map.of()), Map.of(), true)),
				arguments("to-table-overwrite",
						new Write.ToTable(TABLE, "t", Write.ToTable.Mode.OVERWRITE, CONDITION, NO_DEFINITION, Map.of(),
								false)),
				arguments("merge",
						new Write.Merge(TABLE, "t", CONDITION,
								List.of(new MergeAction(MergeAction.Type.DELETE, CONDITION, List.of()),
										new MergeAction(MergeAction.Type.UPDATE, A,
												List.of(new Assignment(A, Literal.of(2)),
														new Assignment(new LeafExpression.Attribute("t.b", null), A))),
										new MergeAction(MergeAction.Type.UPDATE_ALL, null, List.of())),
								List.of(new MergeAction(MergeAction.Type.INSERT, CONDITION,
										List.of(new Assignment(A, Literal.of(3)))),
										new MergeAction(MergeAction.Type.INSERT_ALL, null, List.of())),
								List.of(new MergeAction(MergeAction.Type.DELETE, null, List.of())), true)));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void encodesCommand(String name, Command command) {
		GoldenPlan.compare("command-" + name, PlanEncoder.encode(command).message());
	}

	@Test
	void hasGoldenPlanOfEveryCommand() {
		TreeSet<String> names = new TreeSet<>();
		Stream.of(Command.class, Write.class)
			.flatMap((family) -> Arrays.stream(family.getPermittedSubclasses()))
			.filter((permitted) -> !permitted.isInterface())
			.forEach((permitted) -> names.add(permitted.getSimpleName()));
		assertThat(new TreeSet<>(
				commands().map((command) -> Objects.requireNonNull(command.get()[1]).getClass().getSimpleName())
					.toList()))
			.isEqualTo(names);
	}

	@ParameterizedTest
	@EnumSource
	void encodesEverySaveMode(Write.Save.Mode mode) {
		WriteOperation message = PlanEncoder.encode(new Write.Save(TABLE, null, null, mode, NO_LAYOUT, Map.of(), false))
			.message()
			.getCommand()
			.getWriteOperation();
		assertThat(message.getMode().name()).isEqualTo("SAVE_MODE_" + mode.name());
	}

	@ParameterizedTest
	@EnumSource
	void encodesEveryTableMode(Write.ToTable.Mode mode) {
		Expression condition = (mode == Write.ToTable.Mode.OVERWRITE) ? CONDITION : null;
		WriteOperationV2 message = PlanEncoder
			.encode(new Write.ToTable(TABLE, "t", mode, condition, NO_DEFINITION, Map.of(), false))
			.message()
			.getCommand()
			.getWriteOperationV2();
		assertThat(message.getMode().name()).isEqualTo("MODE_" + mode.name());
	}

	@Test
	void encodesADeepPlan() {
		Relation deep = TABLE;
		for (int i = 0; i < 5_000; i++) {
			deep = new Relation(100 + i, new RowOperator.Filter(deep, CONDITION));
		}
		Command save = new Write.Save(deep, null, null, Write.Save.Mode.APPEND, NO_LAYOUT, Map.of(), false);
		assertThat(PlanEncoder.encode(save).message().toByteArray()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { 7, 8 })
	void rejectsSubqueriesInConditions(long planId) {
		Relation relation = (planId == TABLE.planId()) ? TABLE
				: new Relation(planId, new Source.NamedTable("other", Map.of()));
		Expression subquery = new Subquery(relation, Subquery.Type.EXISTS, List.of());
		assertThatExceptionOfType(InvalidPlanException.class)
			.isThrownBy(() -> PlanEncoder
				.encode(new Write.ToTable(TABLE, "t", Write.ToTable.Mode.OVERWRITE, subquery, NO_DEFINITION, Map.of(),
						false))
				.message())
			.withMessageContaining("join the two DataFrames");
		List<MergeAction> delete = List.of(new MergeAction(MergeAction.Type.DELETE, subquery, List.of()));
		assertThatExceptionOfType(InvalidPlanException.class).isThrownBy(
				() -> PlanEncoder.encode(new Write.Merge(TABLE, "t", CONDITION, delete, List.of(), List.of(), false))
					.message());
	}

}
