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
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Unpivot: turns columns into rows of name and value.
	 *
	 * @param input the input
	 * @param ids the columns to keep
	 * @param values the columns to turn into rows, or {@code null} for all other columns
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
	 * Operator that transposes rows and columns.
	 *
	 * @param input the input
	 * @param indexColumns the column whose values become the names of the new columns, or
	 * an empty list for the first column
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
	 * Operator that parses the text in the only column of the input.
	 *
	 * @param input the input
	 * @param format the format of the text
	 * @param schema the schema of the text, or {@code null} to infer it
	 * @param options the options of the format
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
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitUnpivot(Unpivot unpivot);

		R visitTranspose(Transpose transpose);

		R visitParse(Parse parse);

	}

}
