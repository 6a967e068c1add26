package io.sparkex.internal.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.plan.BinaryOperator;
import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.Projection;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.SetOperationType;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.plan.Subquery;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.RelationCommon;
import io.sparkex.internal.proto.WithColumns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for plans that are deep, wide or shared.
 */
class DeepPlanTests {

	private static final int SMALL_STACK = 256 * 1024;

	/**
	 * The stack that frameworks may use of the default 1 MB.
	 */
	private static final int USED_STACK = 768 * 1024;

	private static final int LARGE_STACK = 512 * 1024 * 1024;

	private static final Relation RANGE = new Relation(0, new Source.Range(0, 1, 1, null));

	private static Relation withColumns(int steps) {
		Relation relation = RANGE;
		for (int i = 1; i <= steps; i++) {
			UnaryExpression.Alias column = new UnaryExpression.Alias(Literal.of(i), List.of("c" + i));
			relation = new Relation(i, new Projection.WithColumns(relation, List.of(column)));
		}
		return relation;
	}

	/**
	 * Returns the message with nested steps.
	 */
	private static Plan nestedWithColumns(int steps) {
		io.sparkex.internal.proto.Relation relation = PlanEncoder.encode(RANGE).message().getRoot();
		for (int i = 1; i <= steps; i++) {
			WithColumns.Builder step = WithColumns.newBuilder()
				.setInput(relation)
				.addAliases(io.sparkex.internal.proto.Expression.Alias.newBuilder()
					.setExpr(io.sparkex.internal.proto.Expression.newBuilder()
						.setLiteral(io.sparkex.internal.proto.Expression.Literal.newBuilder().setInteger(i)))
					.addName("c" + i));
			relation = io.sparkex.internal.proto.Relation.newBuilder()
				.setCommon(RelationCommon.newBuilder().setPlanId(i))
				.setWithColumns(step)
				.build();
		}
		return Plan.newBuilder().setRoot(relation).build();
	}

	private static Expression nested(int levels) {
		Expression expression = new LeafExpression.Attribute("a", null);
		for (int i = 1; i < levels; i++) {
			expression = new Call.Function("or", List.of(expression, Literal.of(true)), false);
		}
		return expression;
	}

	private static Relation select(Expression expression) {
		return new Relation(1, new Projection.Project(RANGE, List.of(expression)));
	}

	private static <T> T onStackOf(int bytes, Callable<T> task) {
		FutureTask<T> future = new FutureTask<>(task);
		new Thread(null, future, "stack-" + bytes, bytes).start();
		try {
			return future.get(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Plan parse(byte[] bytes) {
		return onStackOf(LARGE_STACK, () -> {
			CodedInputStream input = CodedInputStream.newInstance(bytes);
			input.setRecursionLimit(Integer.MAX_VALUE);
			return Plan.parseFrom(input);
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 63, 64, 65, 129, 250, 1_000 })
	void encodesTheSameBytesAsNestedMessages(int steps) {
		byte[] bytes = PlanEncoder.encode(withColumns(steps)).message().toByteArray();
		assertThat(bytes).isEqualTo(onStackOf(LARGE_STACK, () -> nestedWithColumns(steps).toByteArray()));
	}

	@Test
	void encodesParseablePlanOfThousandsOfSteps() {
		byte[] bytes = PlanEncoder.encode(withColumns(5_000)).message().toByteArray();
		Plan read = parse(bytes);
		assertThat(onStackOf(LARGE_STACK, () -> read.equals(nestedWithColumns(5_000)))).isTrue();
	}

	@Test
	void encodesDeepPlansOnASmallStack() {
		byte[] bytes = onStackOf(SMALL_STACK, () -> PlanEncoder.encode(withColumns(50_000)).message().toByteArray());
		assertThat(countSteps(bytes)).isEqualTo(50_000);
	}

	@Test
	void countsStepsOfSubqueries() {
		Relation relation = RANGE;
		for (int i = 1; i <= 5_000; i++) {
			Expression value = Literal.of(i);
			Relation input = relation;
			if (i % 90 == 0) {
				value = new Subquery(relation, Subquery.Type.SCALAR, List.of());
				input = RANGE;
			}
			relation = new Relation(i,
					new Projection.WithColumns(input, List.of(new UnaryExpression.Alias(value, List.of("c" + i)))));
		}
		Relation deep = relation;
		byte[] bytes = onStackOf(SMALL_STACK, () -> PlanEncoder.encode(deep).message().toByteArray());
		Plan read = parse(bytes);
		assertThat(read.getRoot().getCommon().getPlanId()).isEqualTo(5_000);
	}

	@Test
	void encodesDeeplyNestedSubqueriesOnASmallStack() {
		Relation relation = RANGE;
		for (int i = 1; i <= 2_000; i++) {
			Subquery subquery = new Subquery(relation, Subquery.Type.SCALAR, List.of());
			relation = new Relation(i, new Projection.Project(RANGE, List.of(subquery)));
		}
		Relation nested = relation;
		byte[] bytes = onStackOf(SMALL_STACK, () -> PlanEncoder.encode(nested).message().toByteArray());
		Plan read = parse(bytes);
		int levels = 0;
		io.sparkex.internal.proto.Relation message = read.getRoot();
		while (message.hasWithRelations()) {
			message = message.getWithRelations().getReferences(0);
			levels++;
		}
		assertThat(levels).isEqualTo(2_000);
	}

	/**
	 * Counts the steps along the first inputs, iteratively.
	 */
	private static int countSteps(byte[] bytes) {
		int steps = 0;
		CodedInputStream input = CodedInputStream.newInstance(bytes);
		try {
			enter(input, Plan.ROOT_FIELD_NUMBER);
			while (enter(input, io.sparkex.internal.proto.Relation.WITH_COLUMNS_FIELD_NUMBER)) {
				enter(input, WithColumns.INPUT_FIELD_NUMBER);
				steps++;
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return steps;
	}

	private static boolean enter(CodedInputStream input, int field) throws IOException {
		int tag = input.readTag();
		while (WireFormat.getTagFieldNumber(tag) == io.sparkex.internal.proto.Relation.COMMON_FIELD_NUMBER
				&& field != WithColumns.INPUT_FIELD_NUMBER) {
			input.skipField(tag);
			tag = input.readTag();
		}
		if (WireFormat.getTagFieldNumber(tag) != field) {
			return false;
		}
		input.readRawVarint32();
		return true;
	}

	@Test
	void encodesSharedRelationOnce() {
		Relation shared = withColumns(3);
		Relation union = new Relation(9,
				new BinaryOperator.SetOperation(shared, shared, SetOperationType.UNION, true, false, false));
		io.sparkex.internal.proto.SetOperation message = PlanEncoder.encode(union).message().getRoot().getSetOp();
		assertThat(message.getLeftInput()).isSameAs(message.getRightInput());
	}

	@Test
	void encodesEqualButSeparateRelationsSeparately() {
		Relation union = new Relation(9, new BinaryOperator.SetOperation(withColumns(2), withColumns(2),
				SetOperationType.UNION, true, false, false));
		io.sparkex.internal.proto.SetOperation message = PlanEncoder.encode(union).message().getRoot().getSetOp();
		assertThat(message.getLeftInput()).isEqualTo(message.getRightInput()).isNotSameAs(message.getRightInput());
	}

	@Test
	void visitsEachRelationOfADiamondOnce() {
		Relation relation = RANGE;
		for (int i = 1; i <= 60; i++) {
			relation = new Relation(i, new BinaryOperator.SetOperation(relation, relation, SetOperationType.INTERSECT,
					false, false, false));
		}
		// Encoding each occurrence of the range would take 2^60 steps.
		io.sparkex.internal.proto.Relation message = PlanEncoder.encode(relation).message().getRoot();
		for (int i = 0; i < 60; i++) {
			message = message.getSetOp().getRightInput();
		}
		assertThat(message.hasRange()).isTrue();
	}

	@Test
	void acceptsExpressionsUpToTheDepthOfServers() {
		byte[] bytes = onStackOf(USED_STACK, () -> PlanEncoder.encode(select(nested(500))).message().toByteArray());
		Plan read = onStackOf(LARGE_STACK, () -> {
			CodedInputStream input = CodedInputStream.newInstance(bytes);
			input.setRecursionLimit(1024);
			return Plan.parseFrom(input);
		});
		io.sparkex.internal.proto.Expression expression = read.getRoot().getProject().getExpressions(0);
		int levels = 1;
		while (expression.hasUnresolvedFunction()) {
			expression = expression.getUnresolvedFunction().getArguments(0);
			levels++;
		}
		assertThat(levels).isEqualTo(500);
	}

	@Test
	void rejectsExpressionsOfExponentialSize() {
		Expression doubled = Literal.of(1);
		for (int i = 0; i < 40; i++) {
			doubled = new Call.Function("+", List.of(doubled, doubled), false);
		}
		Relation select = select(doubled);
		assertThatExceptionOfType(InvalidPlanException.class).isThrownBy(() -> PlanEncoder.encode(select).message())
			.withMessageContaining("used several times");
	}

	@Test
	void countsNodesBesideSubqueriesOnce() {
		List<Expression> values = new ArrayList<>(Collections.nCopies(600_000, Literal.of(1)));
		values.add(new Subquery(new Relation(2, new Source.Range(0, 1, 1, null)), Subquery.Type.SCALAR, List.of()));
		Relation relation = select(new Call.Function("array", values, false));
		assertThat(PlanEncoder.encode(relation).message().getRoot().hasWithRelations()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 501, 1_001, 1_000_000 })
	void rejectsDeeperExpressions(int levels) {
		Relation relation = select(nested(levels));
		assertThatExceptionOfType(InvalidPlanException.class).isThrownBy(() -> onStackOfThrowing(USED_STACK, relation))
			.withMessageContaining("nested more than 500 levels")
			.withMessageContaining("isin()");
	}

	private static void onStackOfThrowing(int bytes, Relation relation) {
		RuntimeException failure = onStackOf(bytes, () -> {
			try {
				PlanEncoder.encode(relation).message();
				throw new AssertionError("Not rejected");
			}
			catch (InvalidPlanException ex) {
				return ex;
			}
		});
		throw failure;
	}

	@Test
	void limitsDepthButNotWidth() {
		List<Expression> wide = Collections.nCopies(20_000, nested(10));
		Relation relation = select(new Call.Function("concat", wide, false));
		assertThat(PlanEncoder.encode(relation)
			.message()
			.getRoot()
			.getProject()
			.getExpressions(0)
			.getUnresolvedFunction()
			.getArgumentsCount()).isEqualTo(20_000);
	}

}
