package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Expressions that give another a name, a type or a place in an order.
 *
 * @since 0.1.0
 */
public sealed interface UnaryExpression extends Expression {

	/**
	 * The expression that is decorated.
	 * @return the inner expression
	 */
	Expression child();

	@Override
	default <R> R accept(Expression.Visitor<R> visitor) {
		return visitor.visitUnaryExpression(this);
	}

	/**
	 * Calls the method of the visitor that fits the expression.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * An expression under a name.
	 *
	 * @param child the expression
	 * @param names one name, or one for each column that a generator makes
	 * @param metadata a JSON object to keep with the column, or {@code null}
	 */
	record Alias(Expression child, List<String> names, @Nullable String metadata) implements UnaryExpression {

		/**
		 * An expression under a name, without metadata.
		 * @param child the expression
		 * @param names one name, or one for each column that a generator makes
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
	 * An expression in another type.
	 *
	 * @param child the expression
	 * @param type the type, {@link io.sparkex.types.UnparsedType unparsed} if given as
	 * text
	 * @param lenient whether a value that does not fit becomes null
	 */
	record Cast(Expression child, DataType type, boolean lenient) implements UnaryExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCast(this);
		}

	}

	/**
	 * An expression to sort by.
	 *
	 * @param child the expression
	 * @param ascending whether small values come first
	 * @param nullsFirst whether nulls come first
	 */
	record SortOrder(Expression child, boolean ascending, boolean nullsFirst) implements UnaryExpression {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSortOrder(this);
		}

	}

	/**
	 * A visitor with one method for each expression of the family.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitAlias(Alias alias);

		R visitCast(Cast cast);

		R visitSortOrder(SortOrder order);

	}

}
