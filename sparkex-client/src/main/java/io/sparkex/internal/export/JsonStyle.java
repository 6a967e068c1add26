package io.sparkex.internal.export;

import io.sparkex.internal.json.JsonWriter;

/**
 * Style of JSON in its context.
 *
 * @param quote the quotes around strings
 * @param strings the escaping in strings
 * @param json the escaping of text that is already JSON
 */
record JsonStyle(String quote, TextEscaper strings, TextEscaper json) {

	/**
	 * JSON that is not embedded in another format.
	 */
	static final JsonStyle PLAIN = new JsonStyle("\"", TextEscaper.JSON, TextEscaper.NONE);

	/**
	 * JSON in a quoted cell of CSV, where quotes are doubled.
	 */
	static final JsonStyle IN_CSV = new JsonStyle("\"\"", TextEscaper.JSON_IN_CSV, TextEscaper.CSV);

	/**
	 * Returns the name of an object member with its colon.
	 */
	String name(String name) {
		return JsonWriter.quote(name).replace("\"", this.quote) + ":";
	}

	void string(CellText text, TextOutput out) {
		out.put(this.quote);
		this.strings.put(text, out);
		out.put(this.quote);
	}

	/**
	 * Returns a writer of strings.
	 * @param bare writes the content, which needs no escaping
	 */
	CellWriter quoted(CellWriter bare) {
		return (column, row, out) -> {
			out.put(this.quote);
			bare.write(column, row, out);
			out.put(this.quote);
		};
	}

}
