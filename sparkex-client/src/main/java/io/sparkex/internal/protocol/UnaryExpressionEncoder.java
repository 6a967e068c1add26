package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.internal.proto.Expression;
import io.sparkex.types.UnparsedType;

/**
 * Encoder of aliases, casts and sort orders.
 */
final class UnaryExpressionEncoder implements UnaryExpression.Visitor<Expression> {

	private final ExpressionEncoder expressions;

	UnaryExpressionEncoder(ExpressionEncoder expressions) {
		this.expressions = expressions;
	}

	@Override
	public Expression visitAlias(UnaryExpression.Alias alias) {
		return Expression.newBuilder().setAlias(this.expressions.encodeAlias(alias)).build();
	}

	@Override
	public Expression visitCast(UnaryExpression.Cast cast) {
		Expression.Cast.Builder message = Expression.Cast.newBuilder().setExpr(this.expressions.encode(cast.child()));
		if (cast.type() instanceof UnparsedType unparsed) {
			message.setTypeStr(unparsed.text());
		}
		else {
			message.setType(DataTypeCodec.encode(cast.type()));
		}
		if (cast.lenient()) {
			message.setEvalMode(Expression.Cast.EvalMode.EVAL_MODE_TRY);
		}
		return Expression.newBuilder().setCast(message).build();
	}

	@Override
	public Expression visitSortOrder(UnaryExpression.SortOrder order) {
		return Expression.newBuilder().setSortOrder(this.expressions.encodeSortOrder(order)).build();
	}

}
