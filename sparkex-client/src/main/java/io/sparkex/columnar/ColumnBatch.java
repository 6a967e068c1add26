package io.sparkex.columnar;

import java.util.List;

import io.sparkex.types.StructType;

/**
 * A batch of rows of a result in columnar form. Immutable. It keeps the received bytes in
 * memory.
 *
 * @param schema the schema
 * @param columns one vector for each field of the schema
 * @param rowCount the number of rows
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
	 * Returns the vector of a column.
	 * @param index the column position, from 0
	 * @return the vector
	 */
	public ColumnVector column(int index) {
		return this.columns.get(index);
	}

	/**
	 * Copies a row to a batch that does not keep the received bytes in memory.
	 * @param row the row, from 0
	 * @return a batch with one row
	 */
	public ColumnBatch detached(int row) {
		return detached(row, row + 1);
	}

	/**
	 * Copies rows to a batch that does not keep the received bytes in memory.
	 * @param start the first row, from 0
	 * @param end the row after the last one
	 * @return a batch with {@code end - start} rows
	 */
	public ColumnBatch detached(int start, int end) {
		List<ColumnVector> values = this.columns.stream().map((column) -> column.detached(start, end)).toList();
		return new ColumnBatch(this.schema, values, end - start);
	}

}
