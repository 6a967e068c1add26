package io.sparkex.columnar;

import java.util.List;

import io.sparkex.types.StructType;

/**
 * Some rows of a result, column by column. Immutable; it holds on to the received bytes.
 *
 * @param schema the names and types of the columns
 * @param columns one vector for each field of the schema
 * @param rowCount the count of rows
 * @since 0.1.0
 */
public record ColumnBatch(StructType schema, List<ColumnVector> columns, int rowCount) {

	public ColumnBatch {
		columns = List.copyOf(columns);
		if (columns.size() != schema.size()) {
			throw new IllegalArgumentException(
					"There are " + columns.size() + " vectors for the " + schema.size() + " fields of the schema");
		}
	}

	/**
	 * The vector at a position.
	 * @param index the position, from 0
	 * @return the vector
	 */
	public ColumnVector column(int index) {
		return this.columns.get(index);
	}

	/**
	 * A batch of one of the rows that does not hold on to the received bytes.
	 * @param row the row, from 0
	 * @return a batch with a single row
	 */
	public ColumnBatch detached(int row) {
		return detached(row, row + 1);
	}

	/**
	 * Copies rows to a batch that does not retain the received bytes.
	 * @param start the first row, from 0
	 * @param end the row after the last one
	 * @return a batch of {@code end - start} rows
	 */
	public ColumnBatch detached(int start, int end) {
		List<ColumnVector> values = this.columns.stream().map((column) -> column.detached(start, end)).toList();
		return new ColumnBatch(this.schema, values, end - start);
	}

}
