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
 * What a query is answered with.
 */
sealed interface Answer {

	/**
	 * Rows.
	 *
	 * @param schema the names and types of the columns
	 * @param start the first of the encoder's rows
	 * @param end the one after the last
	 * @param encoder encodes rows
	 */
	record Rows(StructType schema, int start, int end, RowEncoder encoder) implements Answer {

		static Rows of(StructType schema, List<?> rows) {
			List<?> copy = List.copyOf(rows);
			return new Rows(schema, 0, copy.size(), (encoder, start, end) -> encoder.encode(copy, start, end));
		}

		static Rows ofObjects(Class<?> javaClass, Collection<?> objects) {
			List<?> copy = List.copyOf(objects);
			for (Object object : copy) {
				if (!javaClass.isInstance(object)) {
					throw new MappingException("There is an object of " + object.getClass().getName()
							+ " among those of " + javaClass.getName());
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
		 * As many rows, but nothing in them.
		 */
		Rows withoutColumns() {
			return new Rows(new StructType(), this.start, this.end,
					(encoder, start, end) -> encoder.encode(start, end, (row, column) -> null));
		}

		/**
		 * The rows as an Arrow stream, as a server sends them.
		 * @throws MappingException if a value does not fit its column
		 */
		ByteBuffer encode() {
			ByteBuffer stream = this.encoder.encode(new ArrowStreamEncoder(this.schema, Integer.MAX_VALUE), this.start,
					this.end);
			if (stream == null) {
				throw new IllegalArgumentException("The rows of an answer have more than 2 GB");
			}
			return stream;
		}

	}

	/**
	 * A failure of the server.
	 *
	 * @param type the class of Spark's exception
	 * @param errorClass its error class
	 * @param sqlState its SQLSTATE, or {@code null}
	 * @param message what it says
	 */
	record Failure(String type, String errorClass, @Nullable String sqlState, String message) implements Answer {

	}

	/**
	 * No answer before the query is interrupted.
	 */
	record Stall() implements Answer {

	}

	/**
	 * Encodes some of many rows.
	 */
	@FunctionalInterface
	interface RowEncoder {

		@Nullable ByteBuffer encode(ArrowStreamEncoder encoder, int start, int end);

	}

}
