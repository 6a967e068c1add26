package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.ComplexTypeExpression;
import io.sparkex.internal.proto.Expression;

/**
 * Encoder of expressions that access parts of a struct, an array or a map.
 */
final class ComplexTypeExpressionEncoder implements ComplexTypeExpression.Visitor<Expression> {

	private final ExpressionEncoder expressions;

	ComplexTypeExpressionEncoder(ExpressionEncoder expressions) {
		this.expressions = expressions;
	}

	@Override
	public Expression visitExtract(ComplexTypeExpression.Extract extract) {
		return Expression.newBuilder()
			.setUnresolvedExtractValue(Expression.UnresolvedExtractValue.newBuilder()
				.setChild(this.expressions.encode(extract.child()))
				.setExtraction(this.expressions.encode(extract.key())))
			.build();
	}

	@Override
	public Expression visitUpdateField(ComplexTypeExpression.UpdateField update) {
		Expression.UpdateFields.Builder message = Expression.UpdateFields.newBuilder()
			.setStructExpression(this.expressions.encode(update.child()))
			.setFieldName(update.field());
		if (update.value() != null) {
			message.setValueExpression(this.expressions.encode(update.value()));
		}
		return Expression.newBuilder().setUpdateFields(message).build();
	}

}
