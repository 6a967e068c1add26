package io.sparkex.internal.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import io.sparkex.export.JsonOptions;
import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.MapType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.values.Spatial;

/**
 * Factory of the cell writers of JSON.
 */
final class JsonCellWriterFactory extends CellWriterFactory {

	private final JsonOptions options;

	private final JsonStyle style;

	JsonCellWriterFactory(JsonOptions options, JsonStyle style) {
		super(new ScalarCellWriters(options.timeZone()));
		this.options = options;
		this.style = style;
	}

	@Override
	CellWriter scalar(Kind kind, CellWriter bare) {
		return switch (kind) {
			case BOOLEAN, INTEGER -> bare;
			case LONG -> this.options.longsAsStrings() ? this.style.quoted(bare) : bare;
			case DECIMAL -> this.options.decimalsAsStrings() ? this.style.quoted(bare) : bare;
			case FLOATING -> floating(bare);
			case OTHER -> this.style.quoted(bare);
		};
	}

	/**
	 * Writes infinities and NaN as strings, because JSON numbers are finite.
	 */
	private CellWriter floating(CellWriter bare) {
		CellWriter quoted = this.style.quoted(bare);
		return (column, row, out) -> (Double.isFinite(column.getDouble(row)) ? bare : quoted).write(column, row, out);
	}

	@Override
	CellWriter text() {
		CellText text = new CellText();
		return (column, row, out) -> {
			text.moveTo(column, row);
			this.style.string(text, out);
		};
	}

	@Override
	CellWriter binary() {
		return this.style.quoted((column, row, out) -> out.put(Base64.getEncoder().encode(column.getBytes(row))));
	}

	@Override
	CellWriter variant() {
		CellText text = new CellText();
		return (column, row, out) -> {
			text.moveTo(Objects.requireNonNull(column.get(row)).toString().getBytes(StandardCharsets.UTF_8));
			this.style.json().put(text, out);
		};
	}

	@Override
	CellWriter spatial() {
		String srid = this.style.name("srid");
		String wkb = this.style.name("wkb");
		return (column, row, out) -> {
			Spatial shape = (Spatial) Objects.requireNonNull(column.get(row));
			out.put('{');
			out.put(srid);
			NumberFormatter.put(shape.srid(), out);
			out.put(',');
			out.put(wkb);
			out.put(this.style.quote());
			out.put(Base64.getEncoder().encode(shape.wkb()));
			out.put(this.style.quote());
			out.put('}');
		};
	}

	@Override
	public CellWriter visitArray(ArrayType type) {
		return new JsonArrayWriter(type.elementType().accept(this));
	}

	@Override
	public CellWriter visitMap(MapType type) {
		CellWriter keys = type.keyType().accept(this);
		CellWriter values = type.valueType().accept(this);
		return isText(type.keyType()) ? JsonMapWriter.object(keys, values)
				: JsonMapWriter.entries(keys, values, this.style);
	}

	private static boolean isText(DataType type) {
		return (type instanceof UserDefinedType udt) ? isText(udt.sqlType())
				: type instanceof StringType || type instanceof CharType || type instanceof VarcharType;
	}

	@Override
	public CellWriter visitStruct(StructType type) {
		return object(type);
	}

	JsonObjectWriter object(StructType type) {
		byte[][] names = type.fieldNames()
			.stream()
			.map((name) -> this.style.name(name).getBytes(StandardCharsets.UTF_8))
			.toArray(byte[][]::new);
		CellWriter[] values = type.fields()
			.stream()
			.map((field) -> field.dataType().accept(this))
			.toArray(CellWriter[]::new);
		return new JsonObjectWriter(names, values, this.options.nullFields());
	}

}
