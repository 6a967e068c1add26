package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.Call;
import io.sparkex.internal.proto.CallFunction;
import io.sparkex.internal.proto.Expression;
import io.sparkex.internal.proto.NamedArgumentExpression;

/**
 * Encoder of function calls, lambdas and named arguments.
 */
final class CallEncoder implements Call.Visitor<Expression> {

	private final ExpressionEncoder expressions;

	CallEncoder(ExpressionEncoder expressions) {
		this.expressions = expressions;
	}

	@Override
	public Expression visitFunction(Call.Function function) {
		String since = FunctionVersions.since(function.name());
		if (since != null) {
			this.expressions.features().require(new ServerFeature("The function " + function.name(), since));
		}
		return Expression.newBuilder()
			.setUnresolvedFunction(Expression.UnresolvedFunction.newBuilder()
				.setFunctionName(function.name())
				.addAllArguments(this.expressions.encodeAll(function.arguments()))
				.setIsDistinct(function.distinct()))
			.build();
	}

	@Override
	public Expression visitNamedFunction(Call.NamedFunction function) {
		return Expression.newBuilder()
			.setCallFunction(CallFunction.newBuilder()
				.setFunctionName(function.name())
				.addAllArguments(this.expressions.encodeAll(function.arguments())))
			.build();
	}

	@Override
	public Expression visitLambda(Call.Lambda lambda) {
		Expression.LambdaFunction.Builder message = Expression.LambdaFunction.newBuilder()
			.setFunction(this.expressions.encode(lambda.body()));
		lambda.parameters().forEach((parameter) -> message.addArguments(LeafExpressionEncoder.message(parameter)));
		return Expression.newBuilder().setLambdaFunction(message).build();
	}

	@Override
	public Expression visitNamedArgument(Call.NamedArgument argument) {
		return Expression.newBuilder()
			.setNamedArgumentExpression(NamedArgumentExpression.newBuilder()
				.setKey(argument.name())
				.setValue(this.expressions.encode(argument.value())))
			.build();
	}

	@Override
	public Expression visitPartitionId(Call.PartitionId id) {
		this.expressions.features().require(ServerFeature.PARTITION_ID);
		return Expression.newBuilder()
			.setDirectShufflePartitionId(
					Expression.DirectShufflePartitionID.newBuilder().setChild(this.expressions.encode(id.number())))
			.build();
	}

}
