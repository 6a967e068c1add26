package io.sparkex.internal.export;

import java.util.Base64;

import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.types.ArrayType;
import io.sparkex.types.MapType;
import io.sparkex.types.StructType;

/**
 * Factory of the cell writers of CSV. Values of nested types are written as JSON and
 * always quoted, because nearly all of them contain quotes or commas.
 */
final class CsvCellWriterFactory extends CellWriterFactory {

	private static final String QUOTE = "\"";

	private final CsvOptions options;

	private final JsonCellWriterFactory json;

	CsvCellWriterFactory(CsvOptions options) {
		super(new ScalarCellWriters(options.timeZone()));
		this.options = options;
		this.json = new JsonCellWriterFactory(JsonOptions.defaults().withTimeZone(options.timeZone()),
				JsonStyle.IN_CSV);
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
		CsvTextWriter writer = new CsvTextWriter(this.options, this.options.escapeFormulas());
		CellText text = new CellText();
		return (column, row, out) -> {
			text.moveTo(column, row);
			writer.put(text, out);
		};
	}

	/**
	 * Returns a writer of Base64 text. It is not escaped as a formula, because that would
	 * change the bytes.
	 */
	@Override
	CellWriter binary() {
		CsvTextWriter writer = new CsvTextWriter(this.options, false);
		CellText text = new CellText();
		return (column, row, out) -> {
			text.moveTo(Base64.getEncoder().encode(column.getBytes(row)));
			writer.put(text, out);
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
