package io.sparkex.internal.plan;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Operators that turn columns into rows, rows into columns, or text into columns.
 *
 * @since 0.1.0
 */
public sealed interface Reshaping extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitReshaping(this);
	}

	/**
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * A row for each of some columns, with its name and its value.
	 *
	 * @param input the relation to read
	 * @param ids columns to keep
	 * @param values columns to make rows of, or {@code null} for all others
	 * @param variableColumn the name of the column with the names
	 * @param valueColumn the name of the column with the values
	 */
	record Unpivot(Relation input, List<Expression> ids, @Nullable List<Expression> values, String variableColumn,
			String valueColumn) implements Reshaping {

		public Unpivot {
			ids = List.copyOf(ids);
			values = (values != null) ? List.copyOf(values) : null;
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitUnpivot(this);
		}

	}

	/**
	 * Rows as columns, and columns as rows.
	 *
	 * @param input the relation to read
	 * @param indexColumns the column whose values name the new columns; none for the
	 * first
	 */
	record Transpose(Relation input, List<Expression> indexColumns) implements Reshaping {

		public Transpose {
			indexColumns = List.copyOf(indexColumns);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitTranspose(this);
		}

	}

	/**
	 * The rows that the texts of the only column describe.
	 *
	 * @param input the relation to read
	 * @param format what the texts are
	 * @param schema the columns they have, or {@code null} to find out
	 * @param options options of the format
	 */
	record Parse(Relation input, TextFormat format, @Nullable DataType schema,
			Map<String, String> options) implements Reshaping {

		public Parse {
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitParse(this);
		}

	}

	/**
	 * One method for each reshaping.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitUnpivot(Unpivot unpivot);

		R visitTranspose(Transpose transpose);

		R visitParse(Parse parse);

	}

}
