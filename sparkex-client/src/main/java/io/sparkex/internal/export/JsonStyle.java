package io.sparkex.internal.export;

import io.sparkex.internal.json.JsonWriter;

/**
 * How JSON is written in the place where it goes.
 *
 * @param quote what is around a string
 * @param strings the escapes in a string
 * @param ready the escapes in what is JSON already
 */
record JsonStyle(String quote, Escapes strings, Escapes ready) {

	/** On its own. */
	static final JsonStyle PLAIN = new JsonStyle("\"", Escapes.JSON, Escapes.NONE);

	/** In a quoted cell of CSV, which doubles quotes. */
	static final JsonStyle IN_CSV = new JsonStyle("\"\"", Escapes.JSON_IN_CSV, Escapes.CSV);

	/**
	 * The start of a member of an object.
	 */
	String name(String name) {
		return JsonWriter.quote(name).replace("\"", this.quote) + ":";
	}

	void string(CellText text, TextSink out) {
		out.put(this.quote);
		this.strings.put(text, out);
		out.put(this.quote);
	}

	/**
	 * A writer of strings.
	 * @param bare writes what is in them and needs no escapes
	 */
	CellWriter quoted(CellWriter bare) {
		return (column, row, out) -> {
			out.put(this.quote);
			bare.write(column, row, out);
			out.put(this.quote);
		};
	}

}
