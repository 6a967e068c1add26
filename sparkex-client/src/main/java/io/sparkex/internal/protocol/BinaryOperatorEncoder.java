package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.BinaryOperator;
import io.sparkex.internal.plan.JoinType;
import io.sparkex.internal.plan.SetOperationType;
import io.sparkex.internal.proto.AsOfJoin;
import io.sparkex.internal.proto.Join;
import io.sparkex.internal.proto.LateralJoin;
import io.sparkex.internal.proto.NearestByJoin;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.SetOperation;

/**
 * Encoder of operators with two inputs.
 */
final class BinaryOperatorEncoder implements BinaryOperator.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	BinaryOperatorEncoder(RelationEncoder relations) {
		this.relations = relations;
	}

	@Override
	public Relation.Builder visitJoin(BinaryOperator.Join join) {
		Join.Builder message = Join.newBuilder()
			.setLeft(this.relations.encoded(join.left()))
			.setRight(this.relations.encoded(join.right()))
			.setJoinType(joinType(join.type()))
			.addAllUsingColumns(join.using());
		if (join.condition() != null) {
			message.setJoinCondition(this.relations.expressions().encode(join.condition()));
		}
		return Relation.newBuilder().setJoin(message);
	}

	private static Join.JoinType joinType(JoinType type) {
		return switch (type) {
			case INNER -> Join.JoinType.JOIN_TYPE_INNER;
			case CROSS -> Join.JoinType.JOIN_TYPE_CROSS;
			case FULL_OUTER -> Join.JoinType.JOIN_TYPE_FULL_OUTER;
			case LEFT_OUTER -> Join.JoinType.JOIN_TYPE_LEFT_OUTER;
			case RIGHT_OUTER -> Join.JoinType.JOIN_TYPE_RIGHT_OUTER;
			case LEFT_SEMI -> Join.JoinType.JOIN_TYPE_LEFT_SEMI;
			case LEFT_ANTI -> Join.JoinType.JOIN_TYPE_LEFT_ANTI;
		};
	}

	@Override
	public Relation.Builder visitSetOperation(BinaryOperator.SetOperation operation) {
		return Relation.newBuilder()
			.setSetOp(SetOperation.newBuilder()
				.setLeftInput(this.relations.encoded(operation.left()))
				.setRightInput(this.relations.encoded(operation.right()))
				.setSetOpType(setOperationType(operation.type()))
				.setIsAll(operation.all())
				.setByName(operation.byName())
				.setAllowMissingColumns(operation.allowMissingColumns()));
	}

	private static SetOperation.SetOpType setOperationType(SetOperationType type) {
		return switch (type) {
			case UNION -> SetOperation.SetOpType.SET_OP_TYPE_UNION;
			case INTERSECT -> SetOperation.SetOpType.SET_OP_TYPE_INTERSECT;
			case EXCEPT -> SetOperation.SetOpType.SET_OP_TYPE_EXCEPT;
		};
	}

	@Override
	public Relation.Builder visitLateralJoin(BinaryOperator.LateralJoin join) {
		LateralJoin.Builder message = LateralJoin.newBuilder()
			.setLeft(this.relations.encoded(join.left()))
			.setRight(this.relations.encoded(join.right()))
			.setJoinType(joinType(join.type()));
		if (join.condition() != null) {
			message.setJoinCondition(this.relations.expressions().encode(join.condition()));
		}
		return Relation.newBuilder().setLateralJoin(message);
	}

	@Override
	public Relation.Builder visitAsOfJoin(BinaryOperator.AsOfJoin join) {
		ExpressionEncoder expressions = this.relations.expressions();
		AsOfJoin.Builder message = AsOfJoin.newBuilder()
			.setLeft(this.relations.encoded(join.left()))
			.setRight(this.relations.encoded(join.right()))
			.setLeftAsOf(expressions.encode(join.leftAsOf()))
			.setRightAsOf(expressions.encode(join.rightAsOf()))
			.addAllUsingColumns(join.using())
			.setJoinType(join.type())
			.setAllowExactMatches(join.allowExactMatches())
			.setDirection(join.direction());
		if (join.condition() != null) {
			message.setJoinExpr(expressions.encode(join.condition()));
		}
		if (join.tolerance() != null) {
			message.setTolerance(expressions.encode(join.tolerance()));
		}
		return Relation.newBuilder().setAsOfJoin(message);
	}

	@Override
	public Relation.Builder visitNearestByJoin(BinaryOperator.NearestByJoin join) {
		this.relations.features().require(ServerFeature.NEAREST_BY_JOIN);
		return Relation.newBuilder()
			.setNearestByJoin(NearestByJoin.newBuilder()
				.setLeft(this.relations.encoded(join.left()))
				.setRight(this.relations.encoded(join.right()))
				.setRankingExpression(this.relations.expressions().encode(join.ranking()))
				.setNumResults(join.results())
				.setJoinType(join.type())
				.setMode(join.mode())
				.setDirection(join.direction()));
	}

}
