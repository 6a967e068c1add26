package io.sparkex.internal.protocol;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.internal.plan.BinaryOperator;
import io.sparkex.internal.plan.CachedRows;
import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.CallSite;
import io.sparkex.internal.plan.ComplexTypeExpression;
import io.sparkex.internal.plan.ExecutionOperator;
import io.sparkex.internal.plan.ExplainMode;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Grouping;
import io.sparkex.internal.plan.JoinType;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.LocalRows;
import io.sparkex.internal.plan.NullHandling;
import io.sparkex.internal.plan.Operator;
import io.sparkex.internal.plan.Projection;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.Reshaping;
import io.sparkex.internal.plan.RowOperator;
import io.sparkex.internal.plan.SetOperationType;
import io.sparkex.internal.plan.ShowOperator;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.plan.Statistic;
import io.sparkex.internal.plan.Subquery;
import io.sparkex.internal.plan.TableArgument;
import io.sparkex.internal.plan.TextFormat;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.internal.plan.Window;
import io.sparkex.internal.plan.WithOrigin;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.Join;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.SetOperation;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DecimalType;
import io.sparkex.types.StructType;
import io.sparkex.types.UnparsedType;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link PlanEncoder} against golden plans.
 */
class PlanEncoderTests {

	private static final Relation TABLE = new Relation(7, new Source.NamedTable("t", Map.of()));

	private static final Relation OTHER = new Relation(8, new Source.NamedTable("u", Map.of()));

	private static final Expression A = new LeafExpression.Attribute("a", null);

	private static final Expression B = new LeafExpression.Attribute("b", 7L);

	static Stream<Arguments> operators() {
		return Stream
			.of(arguments("range", new Source.Range(-1, Long.MAX_VALUE, 2, null)),
					arguments("range-partitions", new Source.Range(5, 0, -1, 3)),
					arguments("sql", new Source.Sql("SELECT 'ü' -- \"it\"", Map.of(), List.of())),
					arguments("sql-named", new Source.Sql("SELECT :b, :a",
							Map.of("a", Literal.of("x'; --"), "b", Literal.of(1)), List.of())),
					arguments("sql-positional",
							new Source.Sql("SELECT ?, ?", Map.of(), List.of(Literal.of(null), Literal.of(1.5)))),
					arguments("named-table", new Source.NamedTable("`a b`.t", Map.of("mergeSchema", "true"))),
					arguments("data-source",
							new Source.DataSource("csv", "a INT", Map.of("header", "true"), List.of("/x", "/y"))),
					arguments("data-source-predicates",
							new Source.DataSource("jdbc", null, Map.of("dbtable", "t"), List.of(),
									List.of("a < 1", "a >= 1"))),
					arguments("sql-views",
							new Source.Sql("SELECT * FROM v, w", Map.of(), List.of(),
									new TreeMap<>(Map.of("v", TABLE, "w", OTHER)))),
					arguments("parse-csv",
							new Reshaping.Parse(TABLE, TextFormat.CSV, new StructType().add("a", DataTypes.LongType),
									Map.of("sep", ";"))),
					arguments("parse-json", new Reshaping.Parse(TABLE, TextFormat.JSON, null, Map.of())),
					arguments("parse-xml", new Reshaping.Parse(TABLE, TextFormat.XML, null, Map.of("rowTag", "r"))),
					arguments("table-argument", new Source.TableFunction("f",
							List.of(new TableArgument(OTHER, List.of(A),
									List.of(new UnaryExpression.SortOrder(B, true, true)), false)))),
					arguments("data-source-defaults", new Source.DataSource(null, null, Map.of(), List.of())),
					arguments("local-data",
							new Source.LocalData(new LocalRows(ByteBuffer.wrap(new byte[] { 1, 2, 3 }), 2), "a INT")),
					arguments("local-data-of-arrow",
							new Source.LocalData(new LocalRows(ByteBuffer.wrap(new byte[] { 1, 2, 3 }), 2), null)),
					arguments("local-data-in-parts",
							new Source.CachedLocalData(new CachedRows(List.of("0a", "0b"), "0c", false, 2))),
					arguments("local-data-in-parts-of-arrow",
							new Source.CachedLocalData(new CachedRows(List.of("0a", "0b"), null, false, 2))),
					arguments("local-data-cached-whole",
							new Source.CachedLocalData(new CachedRows(List.of("0a"), null, true, 2))),
					arguments("local-data-empty", new Source.LocalData(null, "a INT")),
					arguments("server-relation", new Source.ServerRelation(fromServer())),
					arguments("project", new Projection.Project(TABLE, List.of(A, B))),
					arguments("with-columns",
							new Projection.WithColumns(TABLE,
									List.of(new UnaryExpression.Alias(A, List.of("x")),
											new UnaryExpression.Alias(B, List.of("y z"))))),
					arguments("drop", new Projection.Drop(TABLE, List.of(B), List.of("c.d"))),
					arguments("subquery-alias", new Projection.SubqueryAlias(TABLE, "s")),
					arguments("filter", new RowOperator.Filter(TABLE, new Call.Function(">", List.of(A, B), false))),
					arguments("limit", new RowOperator.Limit(TABLE, 10)),
					arguments("sort",
							new RowOperator.Sort(TABLE,
									List.of(new UnaryExpression.SortOrder(A, true, false),
											new UnaryExpression.SortOrder(B, false, true)),
									true)),
					arguments("deduplicate", new RowOperator.Deduplicate(TABLE, List.of())),
					arguments("deduplicate-columns", new RowOperator.Deduplicate(TABLE, List.of("a", "b"))),
					arguments("join", new BinaryOperator.Join(TABLE, OTHER, JoinType.LEFT_OUTER,
							new Call.Function("=", List.of(A, B), false), List.of())),
					arguments("join-using",
							new BinaryOperator.Join(TABLE, OTHER, JoinType.INNER, null, List.of("id", "day"))),
					arguments("set-operation",
							new BinaryOperator.SetOperation(TABLE, OTHER, SetOperationType.UNION, true, true, true)),
					arguments("aggregate",
							new Grouping.Aggregate(TABLE, Grouping.GroupType.CUBE, List.of(A),
									List.of(new UnaryExpression.Alias(new Call.Function("sum", List.of(B), false),
											List.of("total"))))),
					arguments("aggregate-pivot",
							new Grouping.Aggregate(TABLE, Grouping.GroupType.GROUP_BY, List.of(A), List.of(B),
									new Grouping.Pivot(A, List.of(Literal.of("x"), Literal.of(1))), List.of())),
					arguments("aggregate-sets",
							new Grouping.Aggregate(TABLE, Grouping.GroupType.GROUPING_SETS, List.of(A, B), List.of(),
									null, List.of(List.of(A), List.of(A, B), List.of()))),
					arguments("show-string", new ShowOperator.ShowString(TABLE, 20, 0, true)),
					arguments("html-string", new ShowOperator.HtmlString(TABLE, 20, 5)),
					arguments("table-function", new Source.TableFunction("explode", List.of(A))),
					arguments("cached-relation", new Source.CachedRelation("0-1-2")),
					arguments("changes", new Source.Changes("c.t", Map.of("startingVersion", "1"))),
					arguments("rename", new Projection.Rename(TABLE, Map.of("a.b", "c d"))),
					arguments("to-df", new Projection.ToDf(TABLE, List.of("x", "y"))),
					arguments("to-schema",
							new Projection.ToSchema(TABLE, new StructType().add("a", DataTypes.LongType, false))),
					arguments("offset", new RowOperator.Offset(TABLE, 5)),
					arguments("tail", new RowOperator.Tail(TABLE, 5)),
					arguments("sample", new RowOperator.Sample(TABLE, 0.25, 0.5, true, 42, true)),
					arguments("deduplicate-watermark", new RowOperator.Deduplicate(TABLE, List.of("a"), true)),
					arguments("lateral-join", new BinaryOperator.LateralJoin(TABLE, OTHER, JoinType.LEFT_OUTER, A)),
					arguments("as-of-join",
							new BinaryOperator.AsOfJoin(TABLE, OTHER, A, B, A, List.of(), "left", Literal.of(5), true,
									"nearest")),
					arguments("nearest-by-join",
							new BinaryOperator.NearestByJoin(TABLE, OTHER, A, 3, "inner", "exact", "distance")),
					arguments("repartition", new ExecutionOperator.Repartition(TABLE, 4, false)),
					arguments("repartition-by-expression",
							new ExecutionOperator.RepartitionByExpression(TABLE, List.of(A, B), 3)),
					arguments("hint", new ExecutionOperator.Hint(TABLE, "broadcast", List.of(Literal.of(1)))),
					arguments("with-watermark", new ExecutionOperator.WithWatermark(TABLE, "at", "10 minutes")),
					arguments("collect-metrics", new ExecutionOperator.CollectMetrics(TABLE, "m", List.of(A))),
					arguments("unpivot", new Reshaping.Unpivot(TABLE, List.of(A), List.of(B), "name", "value")),
					arguments("unpivot-all", new Reshaping.Unpivot(TABLE, List.of(A), null, "name", "value")),
					arguments("transpose", new Reshaping.Transpose(TABLE, List.of(A))),
					arguments("na-fill",
							new NullHandling.Fill(TABLE, List.of("a", "b"), List.of(Literal.of(1), Literal.of("x")))),
					arguments("na-drop", new NullHandling.DropRows(TABLE, List.of("a"), 1)),
					arguments("na-replace",
							new NullHandling.Replace(TABLE, List.of("a"), Map.of(Literal.of(1.5), Literal.of(null)))),
					arguments("stat-summary", new Statistic.Summary(TABLE, List.of("count", "75%"))),
					arguments("stat-describe", new Statistic.Describe(TABLE, List.of("a"))),
					arguments("stat-crosstab", new Statistic.Crosstab(TABLE, "a", "b")),
					arguments("stat-covariance", new Statistic.Covariance(TABLE, "a", "b")),
					arguments("stat-correlation", new Statistic.Correlation(TABLE, "a", "b", "pearson")),
					arguments("stat-approx-quantile",
							new Statistic.ApproxQuantile(TABLE, List.of("a"), List.of(0.5, 1.0), 0.01)),
					arguments("stat-frequent-items", new Statistic.FrequentItems(TABLE, List.of("a"),
							0.3)),
					arguments("stat-sample-by", new Statistic.SampleBy(TABLE, A, Map.of(Literal.of("x"), 0.5), 42)),
					arguments("with-relations",
							new RowOperator.Filter(TABLE, new Subquery(
									new Relation(9,
											new RowOperator.Filter(OTHER,
													new Subquery(new Relation(10, new Source.Range(0, 1, 1, null)),
															Subquery.Type.EXISTS, List.of()))),
									Subquery.Type.IN, List.of(A)))));
	}

	static Stream<Arguments> expressions() {
		LeafExpression.LambdaVariable x = new LeafExpression.LambdaVariable("x_1");
		LeafExpression.LambdaVariable y = new LeafExpression.LambdaVariable("y_1");
		return Stream.of(arguments("literal",
				List.of(Literal.of(null), Literal.of(true), Literal.of((byte) -1), Literal.of((short) 2), Literal.of(3),
						Literal.of(Long.MIN_VALUE), Literal.of(1.5f), Literal.of(Double.NaN), Literal.of("ü\n\"'"),
						Literal.of('c'), Literal.of(DayOfWeek.MONDAY), Literal.of(new BigDecimal("-0.050")),
						Literal.of(new byte[] { 0, -1 }), Literal.of(LocalDate.of(1969, 12, 31)),
						Literal.of(Instant.parse("2024-02-29T12:00:00.123456789Z")),
						Literal.of(LocalDateTime.of(2024, 2, 29, 12, 0)), Literal.of(LocalTime.of(23, 59)),
						Literal.of(Duration.ofMillis(-1)), Literal.of(Period.of(1, 2, 0)))),
				arguments("attribute", List.of(A, B)),
				arguments("star",
						List.of(new LeafExpression.Star(null, null), new LeafExpression.Star("t.*", null),
								new LeafExpression.Star(null, 7L))),
				arguments("sql-text", List.of(new LeafExpression.SqlText("a + 1 AS `ü`"))),
				arguments("function",
						List.of(new Call.Function("now", List.of(), false),
								new Call.Function("count", List.of(A), true))),
				arguments("named-function", List.of(new Call.NamedFunction("cat.db.f", List.of(A, Literal.of(1))))),
				arguments("lambda", List.of(new Call.Function("aggregate",
						List.of(A, Literal.of(0),
								new Call.Lambda(new Call.Function("+", List.of(x, y), false), List.of(x, y))),
						false))),
				arguments("alias",
						List.of(new UnaryExpression.Alias(A, List.of("x")),
								new UnaryExpression.Alias(A, List.of("k", "v")),
								new UnaryExpression.Alias(A, List.of("x"), "{\"comment\":\"ü\"}"))),
				arguments("metadata-attribute", List.of(new LeafExpression.Attribute("_metadata", 7L, true))),
				arguments("regex", List.of(new LeafExpression.Regex("`a.*`", 7L), new LeafExpression.Regex("b", null))),
				arguments("named-argument", List.of(new Call.NamedArgument("n", Literal.of(1)))),
				arguments("partition-id", List.of(new Call.PartitionId(A))),
				arguments("extract",
						List.of(new ComplexTypeExpression.Extract(A, Literal.of("f")),
								new ComplexTypeExpression.Extract(A, B))),
				arguments("update-field",
						List.of(new ComplexTypeExpression.UpdateField(A, "f", B),
								new ComplexTypeExpression.UpdateField(A, "g.h", null))),
				arguments("window",
						List.of(new Window(A, List.of(B), List.of(new UnaryExpression.SortOrder(A, false, true)), null),
								new Window(A, List.of(), List.of(),
										new Window.Frame(true, Window.Boundary.UNBOUNDED, Window.Boundary.CURRENT_ROW)),
								new Window(A, List.of(), List.of(),
										new Window.Frame(false,
												new Window.Boundary(Window.Boundary.Kind.VALUE, Literal.of(-1L)),
												Window.Boundary.UNBOUNDED)))),
				arguments("table-argument", List
					.of(new TableArgument(OTHER, List.of(), List.of(), false),
							new TableArgument(OTHER, List.of(), List.of(new UnaryExpression.SortOrder(A, false, true)),
									true))),
				arguments("located", List.of(
						new WithOrigin(A, new CallSite("col", new StackTraceElement("a.B", "main", "B.java", 12))),
						new WithOrigin(B, new CallSite("col", new StackTraceElement("a.B", "main", null, -1))))),
				arguments("literal-nested",
						List.of(Literal.of(List.of(1, 2L)), Literal.of(Arrays.asList("a", null)),
								Literal.of(new int[][] { { 1 }, {} }), Literal.of(Map.of("k", List.of(1.5))),
								Literal.of(List.of()),
								Literal.of(Map.of("a", 1),
										new StructType().add("a", DataTypes.LongType).add("b", DataTypes.StringType)))),
				arguments("subquery", List.of(new Subquery(OTHER, Subquery.Type.SCALAR, List.of()))),
				arguments("cast",
						List.of(new UnaryExpression.Cast(A, new DecimalType(10, 2), false),
								new UnaryExpression.Cast(A, new UnparsedType("map<int, string>"), false),
								new UnaryExpression.Cast(A, DataTypes.LongType, true))),
				arguments("sort-order", List.of(new UnaryExpression.SortOrder(A, true, true),
						new UnaryExpression.SortOrder(A, false, false))));
	}

	private static byte[] fromServer() {
		return io.sparkex.internal.proto.Relation.newBuilder()
			.setCommon(io.sparkex.internal.proto.RelationCommon.newBuilder().setPlanId(99))
			.setLocalRelation(io.sparkex.internal.proto.LocalRelation.newBuilder().setSchema("a INT"))
			.build()
			.toByteArray();
	}

	@ParameterizedTest
	@MethodSource("operators")
	void encodesOperator(String name, Operator operator) {
		GoldenPlan.compare("relation-" + name, PlanEncoder.encode(new Relation(42, operator)).message());
	}

	@ParameterizedTest
	@MethodSource("expressions")
	void encodesExpression(String name, List<Expression> expressions) {
		Plan plan = PlanEncoder.encode(new Relation(42, new Projection.Project(TABLE, expressions))).message();
		io.sparkex.internal.proto.Project project = plan.getRoot().getProject();
		GoldenPlan.compare("expression-" + name, project.toBuilder().clearInput());
	}

	@Test
	void hasGoldenPlanOfEveryNode() {
		assertThat(namesOfPermitted(Operator.class)).isEqualTo(names(
				Stream.concat(operators(), CatalogEncoderTests.operators()).map((arguments) -> arguments.get()[1])));
		Set<String> expressions = namesOfPermitted(Expression.class);
		// The golden plan of the enclosing function covers both.
		assertThat(expressions.removeAll(List.of("LambdaVariable", "Lambda"))).isTrue();
		assertThat(names(expressions().flatMap((arguments) -> ((List<?>) requireNonNull(arguments.get()[1])).stream())))
			.isEqualTo(expressions);
	}

	private static Set<String> names(Stream<? extends @Nullable Object> nodes) {
		return new TreeSet<>(nodes.map((node) -> requireNonNull(node).getClass().getSimpleName()).toList());
	}

	private static Set<String> namesOfPermitted(Class<?> sealed) {
		Set<String> names = new TreeSet<>();
		if (!sealed.isInterface()) {
			names.add(sealed.getSimpleName());
		}
		else {
			for (Class<?> permitted : sealed.getPermittedSubclasses()) {
				names.addAll(namesOfPermitted(permitted));
			}
		}
		return names;
	}

	@ParameterizedTest
	@EnumSource
	void encodesEveryJoinType(JoinType type) {
		Relation join = new Relation(9, new BinaryOperator.Join(TABLE, OTHER, type, null, List.of()));
		assertThat(PlanEncoder.encode(join).message().getRoot().getJoin().getJoinType())
			.isEqualTo(Join.JoinType.valueOf("JOIN_TYPE_" + type.name()));
	}

	@ParameterizedTest
	@EnumSource
	void encodesEverySetOperation(SetOperationType type) {
		Relation operation = new Relation(9, new BinaryOperator.SetOperation(TABLE, OTHER, type, false, false, false));
		SetOperation message = PlanEncoder.encode(operation).message().getRoot().getSetOp();
		assertThat(message.getSetOpType()).isEqualTo(SetOperation.SetOpType.valueOf("SET_OP_TYPE_" + type.name()));
		assertThat(message.hasIsAll()).isTrue();
		assertThat(message.getIsAll()).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void encodesEveryGroupType(Grouping.GroupType type) {
		Relation aggregate = new Relation(9, new Grouping.Aggregate(TABLE, type, List.of(), List.of()));
		assertThat(
				PlanEncoder.encode(aggregate).message().getRoot().getAggregate().getGroupType().name().replace("_", ""))
			.isEqualTo("GROUPTYPE" + type.name().replace("_", ""));
	}

	@ParameterizedTest
	@EnumSource
	void encodesEveryExplainMode(ExplainMode mode) {
		AnalyzePlanRequest.Explain explain = AnalyzeEncoder.explain(PlanEncoder.encode(TABLE).message(), mode)
			.getExplain();
		assertThat(explain.getExplainMode().name()).isEqualTo("EXPLAIN_MODE_" + mode.name());
		assertThat(explain.getPlan().getRoot().getCommon().getPlanId()).isEqualTo(7);
	}

	@Test
	void encodesSchemaAndVersionRequests() {
		assertThat(AnalyzeEncoder.schema(PlanEncoder.encode(TABLE).message()).getSchema().getPlan())
			.isEqualTo(PlanEncoder.encode(TABLE).message());
		assertThat(AnalyzeEncoder.sparkVersion().hasSparkVersion()).isTrue();
	}

	@Test
	void keepsUnicodeText() {
		String text = "日本 😀 \u0000 \\ ' \" ; -- \uD83D\uDE00 " + "x".repeat(1_000_000);
		Relation relation = new Relation(1,
				new Projection.Project(TABLE, List.of(Literal.of(text), new LeafExpression.Attribute(text, null))));
		io.sparkex.internal.proto.Project project = PlanEncoder.encode(relation).message().getRoot().getProject();
		assertThat(project.getExpressions(0).getLiteral().getString()).isEqualTo(text);
		assertThat(project.getExpressions(1).getUnresolvedAttribute().getUnparsedIdentifier()).isEqualTo(text);
		assertThat(
				project.getExpressions(0).getLiteral().getStringBytes().toStringUtf8().getBytes(StandardCharsets.UTF_8))
			.isEqualTo(text.getBytes(StandardCharsets.UTF_8));
	}

}
