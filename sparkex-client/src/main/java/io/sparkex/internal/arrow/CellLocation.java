package io.sparkex.internal.arrow;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.MappingException;
import io.sparkex.types.DataType;
import io.sparkex.types.StructType;

/**
 * Location of a value, for error messages.
 *
 * @param row the row that is being encoded
 * @param path the name of the column, followed by the path of nested fields
 * @param type the type of the column or field
 * @param nullable {@code true} if the value may be null
 */
record CellLocation(CurrentRow row, String path, DataType type, boolean nullable) {

	private static final int MAX_SHOWN = 50;

	/**
	 * Returns the location of whole rows.
	 */
	static CellLocation ofRows(StructType schema) {
		return new CellLocation(new CurrentRow(), "", schema, false);
	}

	CellLocation child(String name, DataType childType, boolean childNullable) {
		return new CellLocation(this.row, isWholeRow() ? name : this.path + "." + name, childType, childNullable);
	}

	MappingException nullRefused() {
		return new MappingException("Row " + this.row.index() + " has null for " + described()
				+ ", which is not nullable; change the schema or the value");
	}

	MappingException wrongClass(Object value, String expected) {
		return new MappingException("Row " + this.row.index() + " has a value of " + value.getClass().getTypeName()
				+ " for " + described() + "; use " + expected);
	}

	MappingException outOfRange(Object value) {
		return outOfRange(value, null);
	}

	MappingException outOfRange(Object value, @Nullable Throwable cause) {
		return new MappingException(
				"Row " + this.row.index() + " has " + shown(value) + " for " + described() + ", which cannot hold it",
				cause);
	}

	MappingException wrongSize(int size, int expected) {
		return new MappingException("Row " + this.row.index() + " has " + size + " values for " + described()
				+ ", which has " + expected + " fields");
	}

	MappingException unknownNames(Collection<?> given, Collection<String> known) {
		return new MappingException("Row " + this.row.index() + " has values named " + given + " for " + described()
				+ ", which has the fields " + known);
	}

	private boolean isWholeRow() {
		return this.path.isEmpty();
	}

	private String described() {
		return isWholeRow() ? "the schema " + this.type.simpleString()
				: "the column '" + this.path + "' of type " + this.type.simpleString();
	}

	private static String shown(Object value) {
		String text = (value instanceof Map<?, ?>) ? "a map" : value.toString();
		return (text.length() > MAX_SHOWN) ? text.substring(0, MAX_SHOWN) + "..." : text;
	}

	/**
	 * Mutable index of the current row.
	 */
	static final class CurrentRow {

		private int index;

		int index() {
			return this.index;
		}

		void moveTo(int row) {
			this.index = row;
		}

	}

}
