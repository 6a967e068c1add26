package io.sparkex.internal.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Operators that fill, drop or replace nulls and other values.
 *
 * @since 0.1.0
 */
public sealed interface NullHandling extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitNullHandling(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Operator that replaces nulls.
	 *
	 * @param input the input
	 * @param columns the names of the columns, or an empty list for all
	 * @param values one value for all columns, or one for each column
	 */
	record Fill(Relation input, List<String> columns, List<Literal> values) implements NullHandling {

		public Fill {
			columns = List.copyOf(columns);
			values = List.copyOf(values);
			if (values.isEmpty() || (values.size() > 1 && values.size() != columns.size())) {
				throw new IllegalArgumentException("there must be one value for all columns or one for each");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitFill(this);
		}

	}

	/**
	 * Operator that drops rows with too many nulls.
	 *
	 * @param input the input
	 * @param columns the names of the columns to check, or an empty list for all
	 * @param minNonNulls the number of values that a row must have, or {@code null} for
	 * all
	 */
	record DropRows(Relation input, List<String> columns, @Nullable Integer minNonNulls) implements NullHandling {

		public DropRows {
			columns = List.copyOf(columns);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropRows(this);
		}

	}

	/**
	 * Operator that replaces values by others.
	 *
	 * @param input the input
	 * @param columns the names of the columns, or an empty list for all
	 * @param replacements the new values by the old ones
	 */
	record Replace(Relation input, List<String> columns, Map<Literal, Literal> replacements) implements NullHandling {

		public Replace {
			columns = List.copyOf(columns);
			replacements = Collections.unmodifiableMap(new LinkedHashMap<>(replacements));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitReplace(this);
		}

	}

	/**
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitFill(Fill fill);

		R visitDropRows(DropRows dropRows);

		R visitReplace(Replace replace);

	}

}
