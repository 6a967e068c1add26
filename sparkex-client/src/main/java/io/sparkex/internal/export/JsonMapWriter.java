package io.sparkex.internal.export;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.columnar.MapSlice;
import io.sparkex.errors.CorruptResultException;

/**
 * Writes maps: as one object if the keys are text, else as an array of objects with a key
 * and a value.
 *
 * @param form what is around all entries and around their parts
 * @param keys writes keys
 * @param values writes values
 */
record JsonMapWriter(Form form, CellWriter keys, CellWriter values) implements CellWriter {

	static JsonMapWriter object(CellWriter keys, CellWriter values) {
		return new JsonMapWriter(new Form('{', "", ":", "", '}'), keys, values);
	}

	static JsonMapWriter entries(CellWriter keys, CellWriter values, JsonStyle style) {
		return new JsonMapWriter(new Form('[', "{" + style.name("key"), "," + style.name("value"), "}", ']'), keys,
				values);
	}

	@Override
	public void write(ColumnVector column, int row, TextSink out) {
		MapSlice map = column.getMap(row);
		out.put(this.form.start());
		for (int i = map.start(); i < map.end(); i++) {
			if (map.keyVector().isNull(i)) {
				throw new CorruptResultException("The server sent a map with a null key");
			}
			if (i > map.start()) {
				out.put(',');
			}
			out.put(this.form.beforeKey());
			this.keys.write(map.keyVector(), i, out);
			out.put(this.form.beforeValue());
			JsonArrayWriter.element(this.values, map.valueVector(), i, out);
			out.put(this.form.afterValue());
		}
		out.put(this.form.end());
	}

	private record Form(char start, String beforeKey, String beforeValue, String afterValue, char end) {

	}

}
