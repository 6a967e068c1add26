package io.sparkex.internal.export;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.columnar.MapSlice;
import io.sparkex.errors.CorruptResultException;

/**
 * Writer of maps: an object if the keys are strings, otherwise an array of objects with a
 * key and a value.
 *
 * @param delimiters the delimiters of the map and its entries
 * @param keys the writer of keys
 * @param values the writer of values
 */
record JsonMapWriter(Delimiters delimiters, CellWriter keys, CellWriter values) implements CellWriter {

	static JsonMapWriter object(CellWriter keys, CellWriter values) {
		return new JsonMapWriter(new Delimiters('{', "", ":", "", '}'), keys, values);
	}

	static JsonMapWriter entries(CellWriter keys, CellWriter values, JsonStyle style) {
		return new JsonMapWriter(new Delimiters('[', "{" + style.name("key"), "," + style.name("value"), "}", ']'),
				keys, values);
	}

	@Override
	public void write(ColumnVector column, int row, TextOutput out) {
		MapSlice map = column.getMap(row);
		out.put(this.delimiters.start());
		for (int i = map.start(); i < map.end(); i++) {
			if (map.keyVector().isNull(i)) {
				throw new CorruptResultException("The server sent a map with a null key");
			}
			if (i > map.start()) {
				out.put(',');
			}
			out.put(this.delimiters.beforeKey());
			this.keys.write(map.keyVector(), i, out);
			out.put(this.delimiters.beforeValue());
			JsonArrayWriter.element(this.values, map.valueVector(), i, out);
			out.put(this.delimiters.afterValue());
		}
		out.put(this.delimiters.end());
	}

	private record Delimiters(char start, String beforeKey, String beforeValue, String afterValue, char end) {

	}

}
