package io.sparkex.protocol;

import io.sparkex.plan.Leaf;
import io.sparkex.proto.Expression;

/**
 * Encodes the expressions that the server resolves from a name or a text.
 */
final class LeafEncoder implements Leaf.Visitor<Expression> {

	@Override
	public Expression visitAttribute(Leaf.Attribute attribute) {
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
	public Expression visitStar(Leaf.Star star) {
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
	public Expression visitSqlText(Leaf.SqlText text) {
		return Expression.newBuilder()
			.setExpressionString(Expression.ExpressionString.newBuilder().setExpression(text.text()))
			.build();
	}

	@Override
	public Expression visitLambdaVariable(Leaf.LambdaVariable variable) {
		return Expression.newBuilder().setUnresolvedNamedLambdaVariable(message(variable)).build();
	}

	static Expression.UnresolvedNamedLambdaVariable message(Leaf.LambdaVariable variable) {
		return Expression.UnresolvedNamedLambdaVariable.newBuilder().addNameParts(variable.name()).build();
	}

	@Override
	public Expression visitRegex(Leaf.Regex regex) {
		Expression.UnresolvedRegex.Builder message = Expression.UnresolvedRegex.newBuilder()
			.setColName(regex.pattern());
		if (regex.planId() != null) {
			message.setPlanId(regex.planId());
		}
		return Expression.newBuilder().setUnresolvedRegex(message).build();
	}

}
