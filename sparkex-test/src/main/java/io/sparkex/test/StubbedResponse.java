package io.sparkex.test;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.Row;
import io.sparkex.errors.MappingException;
import io.sparkex.internal.arrow.ArrowStreamEncoder;
import io.sparkex.internal.mapping.ObjectReader;
import io.sparkex.types.StructType;

/**
 * Response of a {@link FakeSpark} to a query.
 */
sealed interface StubbedResponse {

	/**
	 * Rows of a query.
	 *
	 * @param schema the names and types of the columns
	 * @param start the index of the first row
	 * @param end the index after the last row
	 * @param encoder encodes rows
	 */
	record Rows(StructType schema, int start, int end, RowEncoder encoder) implements StubbedResponse {

		static Rows of(StructType schema, List<?> rows) {
			List<?> copy = List.copyOf(rows);
			return new Rows(schema, 0, copy.size(), (encoder, start, end) -> encoder.encode(copy, start, end));
		}

		static Rows ofObjects(Class<?> javaClass, Collection<?> objects) {
			List<?> copy = List.copyOf(objects);
			for (Object object : copy) {
				if (!javaClass.isInstance(object)) {
					throw new MappingException("An object of " + object.getClass().getName() + " is not an instance of "
							+ javaClass.getName());
				}
			}
			if (javaClass == Row.class) {
				return of(((Row) copy.get(0)).schema(), copy);
			}
			ObjectReader reader = ObjectReader.of(javaClass);
			return new Rows(reader.schema(), 0, copy.size(), (encoder, start, end) -> encoder.encode(start, end,
					(row, column) -> reader.read(copy.get(row), column)));
		}

		static Rows ofValue(String name, Object value) {
			StructType column = DdlParser.parse(name + ((value instanceof Boolean) ? " BOOLEAN" : " BIGINT"));
			return of(column, List.of(List.of(value)));
		}

		int count() {
			return this.end - this.start;
		}

		Rows limit(int rows) {
			return new Rows(this.schema, this.start, this.start + Math.min(rows, count()), this.encoder);
		}

		Rows skip(int rows) {
			return new Rows(this.schema, this.start + Math.min(rows, count()), this.end, this.encoder);
		}

		Rows tail(int rows) {
			return skip(count() - Math.min(rows, count()));
		}

		/**
		 * Returns the same number of rows without columns.
		 */
		Rows withoutColumns() {
			return new Rows(new StructType(), this.start, this.end,
					(encoder, start, end) -> encoder.encode(start, end, (row, column) -> null));
		}

		/**
		 * Encodes the rows as an Arrow stream.
		 * @throws MappingException if a value does not match the type of its column
		 */
		ByteBuffer encode() {
			ByteBuffer stream = this.encoder.encode(new ArrowStreamEncoder(this.schema, Integer.MAX_VALUE), this.start,
					this.end);
			if (stream == null) {
				throw new IllegalArgumentException("The rows of a response exceed 2 GB");
			}
			return stream;
		}

	}

	/**
	 * An exception of the server.
	 *
	 * @param type the class of Spark's exception
	 * @param errorClass the error class
	 * @param sqlState the SQLSTATE, or {@code null}
	 * @param message the error message
	 */
	record Failure(String type, String errorClass, @Nullable String sqlState,
			String message) implements StubbedResponse {

	}

	/**
	 * No response until the query is interrupted.
	 */
	record Stall() implements StubbedResponse {

	}

}
