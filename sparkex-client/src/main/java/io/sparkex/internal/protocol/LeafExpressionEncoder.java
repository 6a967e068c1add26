package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.proto.Expression;

/**
 * Encoder of expressions without children.
 */
final class LeafExpressionEncoder implements LeafExpression.Visitor<Expression> {

	@Override
	public Expression visitAttribute(LeafExpression.Attribute attribute) {
		Expression.UnresolvedAttribute.Builder message = Expression.UnresolvedAttribute.newBuilder()
			.setUnparsedIdentifier(attribute.name());
		if (attribute.planId() != null) {
			message.setPlanId(attribute.planId());
		}
		if (attribute.metadata()) {
			message.setIsMetadataColumn(true);
		}
		return Expression.newBuilder().setUnresolvedAttribute(message).build();
	}

	@Override
	public Expression visitStar(LeafExpression.Star star) {
		Expression.UnresolvedStar.Builder message = Expression.UnresolvedStar.newBuilder();
		if (star.target() != null) {
			message.setUnparsedTarget(star.target());
		}
		if (star.planId() != null) {
			message.setPlanId(star.planId());
		}
		return Expression.newBuilder().setUnresolvedStar(message).build();
	}

	@Override
	public Expression visitSqlText(LeafExpression.SqlText text) {
		return Expression.newBuilder()
			.setExpressionString(Expression.ExpressionString.newBuilder().setExpression(text.text()))
			.build();
	}

	@Override
	public Expression visitLambdaVariable(LeafExpression.LambdaVariable variable) {
		return Expression.newBuilder().setUnresolvedNamedLambdaVariable(message(variable)).build();
	}

	static Expression.UnresolvedNamedLambdaVariable message(LeafExpression.LambdaVariable variable) {
		return Expression.UnresolvedNamedLambdaVariable.newBuilder().addNameParts(variable.name()).build();
	}

	@Override
	public Expression visitRegex(LeafExpression.Regex regex) {
		Expression.UnresolvedRegex.Builder message = Expression.UnresolvedRegex.newBuilder()
			.setColName(regex.pattern());
		if (regex.planId() != null) {
			message.setPlanId(regex.planId());
		}
		return Expression.newBuilder().setUnresolvedRegex(message).build();
	}

}
