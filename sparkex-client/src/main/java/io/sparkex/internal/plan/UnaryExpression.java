package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Expressions with one child.
 *
 * @since 0.1.0
 */
public sealed interface UnaryExpression extends Expression {

	/**
	 * Returns the child.
	 * @return the child expression
	 */
	Expression child();

	@Override
	default <R> R accept(Expression.Visitor<R> visitor) {
		return visitor.visitUnaryExpression(this);
	}

	/**
	 * Calls the visitor method of this expression.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Alias: gives an expression a name.
	 *
	 * @param child the expression
	 * @param names one name, or one for each column of a generator
	 * @param metadata a JSON object to attach to the column, or {@code null}
	 */
	record Alias(Expression child, List<String> names, @Nullable String metadata) implements UnaryExpression {

		/**
		 * Creates an alias without metadata.
		 * @param child the expression
		 * @param names one name, or one for each column of a generator
		 */
		public Alias(Expression child, List<String> names) {
			this(child, names, null);
		}

		public Alias {
			names = List.copyOf(names);
			if (names.isEmpty()) {
				throw new IllegalArgumentException("an alias needs at least one name");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitAlias(this);
		}

	}

	/**
	 * Cast to another type.
	 *
	 * @param child the expression
	 * @param type the type, {@link io.sparkex.types.UnparsedType unparsed} if it is given
	 * as text
	 * @param lenient {@code true} to return null for values that cannot be cast ({@code
	 * try_cast})
	 */
	record Cast(Expression child, DataType type, boolean lenient) implements UnaryExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCast(this);
		}

	}

	/**
	 * Sort order of an expression.
	 *
	 * @param child the expression
	 * @param ascending {@code true} for ascending order
	 * @param nullsFirst {@code true} to sort nulls first
	 */
	record SortOrder(Expression child, boolean ascending, boolean nullsFirst) implements UnaryExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSortOrder(this);
		}

	}

	/**
	 * Visitor with one method for each permitted expression.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitAlias(Alias alias);

		R visitCast(Cast cast);

		R visitSortOrder(SortOrder order);

	}

}
