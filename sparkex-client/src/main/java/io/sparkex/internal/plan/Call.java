package io.sparkex.internal.plan;

import java.util.List;

/**
 * Expressions that apply something to arguments.
 *
 * @since 0.1.0
 */
public sealed interface Call extends Expression {

	@Override
	default <R> R accept(Expression.Visitor<R> visitor) {
		return visitor.visitCall(this);
	}

	/**
	 * Calls the method of the visitor that fits the expression.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * A function of Spark, an operator included.
	 *
	 * @param name the name in Spark's registry
	 * @param arguments the arguments
	 * @param distinct whether an aggregate sees each value once
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
	 * A function by a name that SQL would resolve, so a user's own function included.
	 *
	 * @param name the name as SQL writes it
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
	 * A function given to a function.
	 *
	 * @param body what it computes
	 * @param parameters its parameters, one to three
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
	 * An argument given by the name of its parameter.
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
	 * The number of the partition that a row goes to.
	 *
	 * @param number an integer expression
	 */
	record PartitionId(Expression number) implements Call {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitPartitionId(this);
		}

	}

	/**
	 * One method for each call.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitFunction(Function function);

		R visitNamedFunction(NamedFunction function);

		R visitLambda(Lambda lambda);

		R visitNamedArgument(NamedArgument argument);

		R visitPartitionId(PartitionId id);

	}

}
