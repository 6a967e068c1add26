package io.sparkex.internal.protocol;

import java.util.ArrayList;
import java.util.List;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.ComplexTypeExpression;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.Subquery;
import io.sparkex.internal.plan.TableArgument;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.internal.plan.Window;
import io.sparkex.internal.plan.WithOrigin;
import io.sparkex.internal.proto.Expression;

/**
 * Encoder of expressions. Not thread-safe.
 */
final class ExpressionEncoder implements io.sparkex.internal.plan.Expression.Visitor<Expression> {

	/**
	 * The maximum depth of an expression. Servers accept 1,024 nested messages by
	 * default, and each function call takes two. Encoding this depth uses half of the
	 * default stack size of 1 MB.
	 */
	private static final int MAX_DEPTH = 500;

	/**
	 * The maximum number of encoded nodes. It limits the memory, whose use can be
	 * exponential if an expression refers to the same operand several times.
	 */
	private static final int MAX_NODES = 1_000_000;

	private final LeafExpressionEncoder leaves = new LeafExpressionEncoder();

	private final CallEncoder calls = new CallEncoder(this);

	private final UnaryExpressionEncoder unaryExpressions = new UnaryExpressionEncoder(this);

	private final ComplexTypeExpressionEncoder complexTypes = new ComplexTypeExpressionEncoder(this);

	private final OriginEncoder origins = new OriginEncoder();

	private final SubqueryEncoder subqueries;

	private final ServerFeatures features;

	private int depth;

	private int nodes;

	ExpressionEncoder(SubqueryEncoder subqueries, ServerFeatures features) {
		this.subqueries = subqueries;
		this.features = features;
	}

	Expression encode(io.sparkex.internal.plan.Expression expression) {
		if (expression instanceof WithOrigin located) {
			return encode(located.child()).toBuilder().setCommon(this.origins.common(located.site())).build();
		}
		if (++this.depth > MAX_DEPTH) {
			throw new InvalidPlanException("An expression is nested more than " + MAX_DEPTH
					+ " levels deep, which servers reject; compute a part of it in a separate column, or use"
					+ " a function over an array, such as isin() instead of many or()");
		}
		if (++this.nodes > MAX_NODES) {
			throw new InvalidPlanException("The expressions of the plan have more than " + MAX_NODES
					+ " nodes because some are used several times; compute those in separate columns");
		}
		try {
			return expression.accept(this);
		}
		finally {
			this.depth--;
		}
	}

	/**
	 * Returns the number of encoded nodes.
	 */
	int nodes() {
		return this.nodes;
	}

	/**
	 * Resets the number of encoded nodes, since the last messages were discarded.
	 */
	void resetNodes(int encoded) {
		this.nodes = encoded;
	}

	/**
	 * Encodes expressions in a plain loop, because each level of a stream uses several
	 * times the stack.
	 */
	List<Expression> encodeAll(List<? extends io.sparkex.internal.plan.Expression> expressions) {
		List<Expression> messages = new ArrayList<>(expressions.size());
		for (io.sparkex.internal.plan.Expression expression : expressions) {
			messages.add(encode(expression));
		}
		return messages;
	}

	ServerFeatures features() {
		return this.features;
	}

	/**
	 * Encodes an argument of SQL, where servers do not accept function calls.
	 */
	Expression encodeArgument(io.sparkex.internal.plan.Expression argument) {
		return (argument instanceof Literal literal) ? message(encodeLiteral(literal)) : encode(argument);
	}

	Expression.Literal encodeLiteral(Literal literal) {
		CalendarSafeLiterals.requireReadable(literal);
		return LiteralEncoder.encode(literal, this.features);
	}

	Expression.Alias encodeAlias(UnaryExpression.Alias alias) {
		Expression.Alias.Builder message = Expression.Alias.newBuilder()
			.setExpr(encode(alias.child()))
			.addAllName(alias.names());
		if (alias.metadata() != null) {
			message.setMetadata(alias.metadata());
		}
		return message.build();
	}

	Expression.SortOrder encodeSortOrder(UnaryExpression.SortOrder order) {
		return Expression.SortOrder.newBuilder()
			.setChild(encode(order.child()))
			.setDirection(order.ascending() ? Expression.SortOrder.SortDirection.SORT_DIRECTION_ASCENDING
					: Expression.SortOrder.SortDirection.SORT_DIRECTION_DESCENDING)
			.setNullOrdering(order.nullsFirst() ? Expression.SortOrder.NullOrdering.SORT_NULLS_FIRST
					: Expression.SortOrder.NullOrdering.SORT_NULLS_LAST)
			.build();
	}

	@Override
	public Expression visitLiteral(Literal literal) {
		return CalendarSafeLiterals.isMisread(literal) ? encode(CalendarSafeLiterals.call(literal))
				: message(encodeLiteral(literal));
	}

	private static Expression message(Expression.Literal literal) {
		return Expression.newBuilder().setLiteral(literal).build();
	}

	@Override
	public Expression visitLeafExpression(LeafExpression expression) {
		return expression.accept(this.leaves);
	}

	@Override
	public Expression visitCall(Call call) {
		return call.accept(this.calls);
	}

	@Override
	public Expression visitUnaryExpression(UnaryExpression expression) {
		return expression.accept(this.unaryExpressions);
	}

	@Override
	public Expression visitComplexTypeExpression(ComplexTypeExpression expression) {
		return expression.accept(this.complexTypes);
	}

	@Override
	public Expression visitWindow(Window window) {
		return Expression.newBuilder().setWindow(WindowEncoder.encode(window, this)).build();
	}

	@Override
	public Expression visitTableArgument(TableArgument argument) {
		return this.subqueries.encode(argument, this);
	}

	@Override
	public Expression visitWithOrigin(WithOrigin expression) {
		return encode(expression);
	}

	@Override
	public Expression visitSubquery(Subquery subquery) {
		return this.subqueries.encode(subquery, this);
	}

}
