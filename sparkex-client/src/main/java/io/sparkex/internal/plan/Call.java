package io.sparkex.internal.plan;

import java.util.List;

/**
 * Function calls, lambdas and named arguments.
 *
 * @since 0.1.0
 */
public sealed interface Call extends Expression {

	@Override
	default <R> R accept(Expression.Visitor<R> visitor) {
		return visitor.visitCall(this);
	}

	/**
	 * Calls the visitor method of this expression.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Call of a built-in function or operator.
	 *
	 * @param name the name in Spark's function registry
	 * @param arguments the arguments
	 * @param distinct {@code true} if an aggregate function ignores duplicate values
	 */
	record Function(String name, List<Expression> arguments, boolean distinct) implements Call {

		public Function {
			arguments = List.copyOf(arguments);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitFunction(this);
		}

	}

	/**
	 * Call of a function that the server resolves as in SQL, user-defined functions
	 * included.
	 *
	 * @param name the name in SQL syntax
	 * @param arguments the arguments
	 */
	record NamedFunction(String name, List<Expression> arguments) implements Call {

		public NamedFunction {
			if (name.isBlank()) {
				throw new IllegalArgumentException("the name of a function must not be blank");
			}
			arguments = List.copyOf(arguments);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitNamedFunction(this);
		}

	}

	/**
	 * Lambda function, an argument of a higher-order function.
	 *
	 * @param body the body
	 * @param parameters one to three parameters
	 */
	record Lambda(Expression body, List<LeafExpression.LambdaVariable> parameters) implements Call {

		public Lambda {
			parameters = List.copyOf(parameters);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitLambda(this);
		}

	}

	/**
	 * Argument that is passed by name.
	 *
	 * @param name the name of the parameter
	 * @param value the argument
	 */
	record NamedArgument(String name, Expression value) implements Call {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitNamedArgument(this);
		}

	}

	/**
	 * Target partition of a row in a direct shuffle.
	 *
	 * @param number an integer expression, the partition id
	 */
	record PartitionId(Expression number) implements Call {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitPartitionId(this);
		}

	}

	/**
	 * Visitor with one method for each permitted expression.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitFunction(Function function);

		R visitNamedFunction(NamedFunction function);

		R visitLambda(Lambda lambda);

		R visitNamedArgument(NamedArgument argument);

		R visitPartitionId(PartitionId id);

	}

}
