package io.sparkex.internal.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Operators that fill, drop or replace values.
 *
 * @since 0.1.0
 */
public sealed interface NullHandling extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitNullHandling(this);
	}

	/**
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * The rows with values in the place of nulls.
	 *
	 * @param input the relation to read
	 * @param columns the names of the columns it applies to; none for all
	 * @param values one value for all columns, or one for each
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
	 * The rows that have enough values.
	 *
	 * @param input the relation to read
	 * @param columns the names of the columns it applies to; none for all
	 * @param leastValues how many values a row needs, or {@code null} for all
	 */
	record DropRows(Relation input, List<String> columns, @Nullable Integer leastValues) implements NullHandling {

		public DropRows {
			columns = List.copyOf(columns);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropRows(this);
		}

	}

	/**
	 * The rows with some values replaced by others.
	 *
	 * @param input the relation to read
	 * @param columns the names of the columns it applies to; none for all
	 * @param replacements new values by the old
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
	 * One method for each kind of handling.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitFill(Fill fill);

		R visitDropRows(DropRows dropRows);

		R visitReplace(Replace replace);

	}

}
