package io.sparkex.internal.arrow;

import java.util.List;

import io.sparkex.errors.UnsupportedException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.UnparsedType;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;

/**
 * Makes the writer of one column, or of a part of it.
 *
 * @param place where the values go
 * @param capacity how many are likely
 */
record WriterFactory(CellLocation place, int capacity) implements DataType.Visitor<ColumnWriter> {

	/**
	 * Nobody knows how many elements the arrays and maps have.
	 */
	private static final int ELEMENTS = 16;

	static ColumnWriter create(CellLocation place, int capacity) {
		return place.type().accept(new WriterFactory(place, capacity));
	}

	private ColumnWriter part(String name, DataType type, boolean nullable) {
		return create(this.place.child(name, type, nullable), this.capacity);
	}

	private ColumnWriter elements(String name, DataType type, boolean nullable) {
		return create(this.place.child(name, type, nullable), ELEMENTS);
	}

	private ColumnWriter fixed(ArrowLayout layout, FixedWidthWriter.Form form) {
		return new FixedWidthWriter(this.place, this.capacity, layout.width(), form);
	}

	@Override
	public ColumnWriter visitSimple(SimpleType type) {
		return switch (type) {
			case NULL -> new NullWriter(this.place);
			case BOOLEAN -> new BooleanWriter(this.place, this.capacity);
			case BYTE -> fixed(ArrowLayout.INT_8, FixedWidthEncodings::int8);
			case SHORT -> fixed(ArrowLayout.INT_16, FixedWidthEncodings::int16);
			case INTEGER -> fixed(ArrowLayout.INT_32, FixedWidthEncodings::int32);
			case LONG -> fixed(ArrowLayout.INT_64, FixedWidthEncodings::int64);
			case FLOAT -> fixed(ArrowLayout.FLOAT_32, FixedWidthEncodings::float32);
			case DOUBLE -> fixed(ArrowLayout.FLOAT_64, FixedWidthEncodings::float64);
			case DATE -> fixed(ArrowLayout.DATE_DAY, FixedWidthEncodings::date);
			case TIMESTAMP -> fixed(ArrowLayout.TIMESTAMP_MICRO, FixedWidthEncodings::timestamp);
			case TIMESTAMP_NTZ -> fixed(ArrowLayout.TIMESTAMP_MICRO, FixedWidthEncodings::timestampNtz);
			case CALENDAR_INTERVAL -> fixed(ArrowLayout.INTERVAL_MONTH_DAY_NANO, FixedWidthEncodings::calendarInterval);
			case BINARY -> VariableWidthWriter.binary(this.place, this.capacity);
			case VARIANT -> parts(ArrowParts.VARIANT, Splitters::variant);
		};
	}

	private ColumnWriter parts(StructType type, StructWriter.Splitter splitter) {
		List<ColumnWriter> parts = type.fields()
			.stream()
			.map((field) -> part(field.name(), field.dataType(), field.nullable()))
			.toList();
		return new StructWriter(this.place, this.capacity, parts, splitter);
	}

	private ColumnWriter text() {
		return VariableWidthWriter.text(this.place, this.capacity);
	}

	@Override
	public ColumnWriter visitString(StringType type) {
		return text();
	}

	@Override
	public ColumnWriter visitChar(CharType type) {
		return text();
	}

	@Override
	public ColumnWriter visitVarchar(VarcharType type) {
		return text();
	}

	@Override
	public ColumnWriter visitDecimal(DecimalType type) {
		return fixed(ArrowLayout.DECIMAL_128, FixedWidthEncodings.decimal(type));
	}

	@Override
	public ColumnWriter visitTime(TimeType type) {
		return fixed(ArrowLayout.TIME_NANO, FixedWidthEncodings.time(type));
	}

	@Override
	public ColumnWriter visitDayTimeInterval(DayTimeIntervalType type) {
		return fixed(ArrowLayout.DURATION_MICRO, FixedWidthEncodings::duration);
	}

	@Override
	public ColumnWriter visitYearMonthInterval(YearMonthIntervalType type) {
		return fixed(ArrowLayout.INTERVAL_YEAR_MONTH, FixedWidthEncodings::months);
	}

	@Override
	public ColumnWriter visitArray(ArrayType type) {
		return new ListWriter(this.place, this.capacity, elements("element", type.elementType(), type.containsNull()));
	}

	@Override
	public ColumnWriter visitMap(MapType type) {
		return new MapWriter(this.place, this.capacity, elements("key", type.keyType(), false),
				elements("value", type.valueType(), type.valueContainsNull()));
	}

	@Override
	public ColumnWriter visitStruct(StructType type) {
		return parts(type, Splitters.struct(type));
	}

	@Override
	public ColumnWriter visitUserDefined(UserDefinedType type) {
		return type.sqlType().accept(this);
	}

	@Override
	public ColumnWriter visitGeometry(GeometryType type) {
		return parts(ArrowParts.SPATIAL, Splitters.spatial(Geometry.class, type.srid(), GeometryType.MIXED_SRID));
	}

	@Override
	public ColumnWriter visitGeography(GeographyType type) {
		return parts(ArrowParts.SPATIAL, Splitters.spatial(Geography.class, type.srid(), GeographyType.MIXED_SRID));
	}

	@Override
	public ColumnWriter visitUnparsed(UnparsedType type) {
		throw new UnsupportedException("The column '" + this.place.path() + "' has the type " + type.simpleString()
				+ ", whose values this version of sparkex cannot write");
	}

}
