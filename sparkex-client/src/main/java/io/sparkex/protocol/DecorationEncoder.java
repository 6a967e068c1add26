package io.sparkex.protocol;

import io.sparkex.plan.Decoration;
import io.sparkex.proto.Expression;
import io.sparkex.types.UnparsedType;

/**
 * Encodes the expressions that give another a name, a type or a place in an order.
 */
final class DecorationEncoder implements Decoration.Visitor<Expression> {

	private final ExpressionEncoder expressions;

	DecorationEncoder(ExpressionEncoder expressions) {
		this.expressions = expressions;
	}

	@Override
	public Expression visitAlias(Decoration.Alias alias) {
		return Expression.newBuilder().setAlias(this.expressions.encodeAlias(alias)).build();
	}

	@Override
	public Expression visitCast(Decoration.Cast cast) {
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
	public Expression visitSortOrder(Decoration.SortOrder order) {
		return Expression.newBuilder().setSortOrder(this.expressions.encodeSortOrder(order)).build();
	}

}
