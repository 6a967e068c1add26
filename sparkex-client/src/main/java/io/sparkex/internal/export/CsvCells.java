package io.sparkex.internal.export;

import java.util.Base64;

import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.types.ArrayType;
import io.sparkex.types.MapType;
import io.sparkex.types.StructType;

/**
 * Finds what writes the values of a type as cells of CSV. What has parts is JSON, and
 * always quoted: it has quotes or commas in all but a few cases.
 */
final class CsvCells extends TypeCells {

	private static final String QUOTE = "\"";

	private final CsvOptions options;

	private final JsonCells json;

	CsvCells(CsvOptions options) {
		super(new ScalarCells(options.timeZone()));
		this.options = options;
		this.json = new JsonCells(JsonOptions.defaults().withTimeZone(options.timeZone()), JsonStyle.IN_CSV);
	}

	@Override
	CellWriter scalar(Kind kind, CellWriter bare) {
		return this.options.quoteAll() ? quoted(bare) : bare;
	}

	private static CellWriter quoted(CellWriter content) {
		return (column, row, out) -> {
			out.put(QUOTE);
			content.write(column, row, out);
			out.put(QUOTE);
		};
	}

	@Override
	CellWriter text() {
		CsvText cells = new CsvText(this.options, this.options.escapeFormulas());
		CellText text = new CellText();
		return (column, row, out) -> {
			text.moveTo(column, row);
			cells.put(text, out);
		};
	}

	/**
	 * Without the guard, which would make other bytes of it.
	 */
	@Override
	CellWriter binary() {
		CsvText cells = new CsvText(this.options, false);
		CellText text = new CellText();
		return (column, row, out) -> {
			text.moveTo(Base64.getEncoder().encode(column.getBytes(row)));
			cells.put(text, out);
		};
	}

	@Override
	CellWriter variant() {
		return quoted(this.json.variant());
	}

	@Override
	CellWriter spatial() {
		return quoted(this.json.spatial());
	}

	@Override
	public CellWriter visitArray(ArrayType type) {
		return quoted(this.json.visitArray(type));
	}

	@Override
	public CellWriter visitMap(MapType type) {
		return quoted(this.json.visitMap(type));
	}

	@Override
	public CellWriter visitStruct(StructType type) {
		return quoted(this.json.visitStruct(type));
	}

}
