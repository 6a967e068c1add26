package io.sparkex.protocol;

import io.sparkex.plan.Access;
import io.sparkex.proto.Expression;

/**
 * Encodes the expressions that reach into a struct, an array or a map.
 */
final class AccessEncoder implements Access.Visitor<Expression> {

	private final ExpressionEncoder expressions;

	AccessEncoder(ExpressionEncoder expressions) {
		this.expressions = expressions;
	}

	@Override
	public Expression visitExtract(Access.Extract extract) {
		return Expression.newBuilder()
			.setUnresolvedExtractValue(Expression.UnresolvedExtractValue.newBuilder()
				.setChild(this.expressions.encode(extract.child()))
				.setExtraction(this.expressions.encode(extract.key())))
			.build();
	}

	@Override
	public Expression visitUpdateField(Access.UpdateField update) {
		Expression.UpdateFields.Builder message = Expression.UpdateFields.newBuilder()
			.setStructExpression(this.expressions.encode(update.child()))
			.setFieldName(update.field());
		if (update.value() != null) {
			message.setValueExpression(this.expressions.encode(update.value()));
		}
		return Expression.newBuilder().setUpdateFields(message).build();
	}

}
