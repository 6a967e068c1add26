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
 * Factory of the writer of one column, or of a nested part of it.
 *
 * @param location the location of the values
 * @param capacity the expected number of values
 */
record WriterFactory(CellLocation location, int capacity) implements DataType.Visitor<ColumnWriter> {

	/**
	 * The expected number of elements in arrays and maps.
	 */
	private static final int ELEMENTS = 16;

	static ColumnWriter create(CellLocation location, int capacity) {
		return location.type().accept(new WriterFactory(location, capacity));
	}

	private ColumnWriter part(String name, DataType type, boolean nullable) {
		return create(this.location.child(name, type, nullable), this.capacity);
	}

	private ColumnWriter elements(String name, DataType type, boolean nullable) {
		return create(this.location.child(name, type, nullable), ELEMENTS);
	}

	private ColumnWriter fixed(ArrowLayout layout, FixedWidthWriter.Encoder encoder) {
		return new FixedWidthWriter(this.location, this.capacity, layout.width(), encoder);
	}

	@Override
	public ColumnWriter visitSimple(SimpleType type) {
		return switch (type) {
			case NULL -> new NullWriter(this.location);
			case BOOLEAN -> new BooleanWriter(this.location, this.capacity);
			case BYTE -> fixed(ArrowLayout.INT_8, FixedWidthEncoders::int8);
			case SHORT -> fixed(ArrowLayout.INT_16, FixedWidthEncoders::int16);
			case INTEGER -> fixed(ArrowLayout.INT_32, FixedWidthEncoders::int32);
			case LONG -> fixed(ArrowLayout.INT_64, FixedWidthEncoders::int64);
			case FLOAT -> fixed(ArrowLayout.FLOAT_32, FixedWidthEncoders::float32);
			case DOUBLE -> fixed(ArrowLayout.FLOAT_64, FixedWidthEncoders::float64);
			case DATE -> fixed(ArrowLayout.DATE_DAY, FixedWidthEncoders::date);
			case TIMESTAMP -> fixed(ArrowLayout.TIMESTAMP_MICRO, FixedWidthEncoders::timestamp);
			case TIMESTAMP_NTZ -> fixed(ArrowLayout.TIMESTAMP_MICRO, FixedWidthEncoders::timestampNtz);
			case CALENDAR_INTERVAL -> fixed(ArrowLayout.INTERVAL_MONTH_DAY_NANO, FixedWidthEncoders::calendarInterval);
			case BINARY -> VariableWidthWriter.binary(this.location, this.capacity);
			case VARIANT -> parts(ArrowStorageTypes.VARIANT, FieldExtractors::variant);
		};
	}

	private ColumnWriter parts(StructType type, StructWriter.FieldExtractor extractor) {
		List<ColumnWriter> parts = type.fields()
			.stream()
			.map((field) -> part(field.name(), field.dataType(), field.nullable()))
			.toList();
		return new StructWriter(this.location, this.capacity, parts, extractor);
	}

	private ColumnWriter text() {
		return VariableWidthWriter.text(this.location, this.capacity);
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
		return fixed(ArrowLayout.DECIMAL_128, FixedWidthEncoders.decimal(type));
	}

	@Override
	public ColumnWriter visitTime(TimeType type) {
		return fixed(ArrowLayout.TIME_NANO, FixedWidthEncoders.time(type));
	}

	@Override
	public ColumnWriter visitDayTimeInterval(DayTimeIntervalType type) {
		return fixed(ArrowLayout.DURATION_MICRO, FixedWidthEncoders::duration);
	}

	@Override
	public ColumnWriter visitYearMonthInterval(YearMonthIntervalType type) {
		return fixed(ArrowLayout.INTERVAL_YEAR_MONTH, FixedWidthEncoders::months);
	}

	@Override
	public ColumnWriter visitArray(ArrayType type) {
		return new ListWriter(this.location, this.capacity,
				elements("element", type.elementType(), type.containsNull()));
	}

	@Override
	public ColumnWriter visitMap(MapType type) {
		return new MapWriter(this.location, this.capacity, elements("key", type.keyType(), false),
				elements("value", type.valueType(), type.valueContainsNull()));
	}

	@Override
	public ColumnWriter visitStruct(StructType type) {
		return parts(type, FieldExtractors.struct(type));
	}

	@Override
	public ColumnWriter visitUserDefined(UserDefinedType type) {
		return type.sqlType().accept(this);
	}

	@Override
	public ColumnWriter visitGeometry(GeometryType type) {
		return parts(ArrowStorageTypes.SPATIAL,
				FieldExtractors.spatial(Geometry.class, type.srid(), GeometryType.MIXED_SRID));
	}

	@Override
	public ColumnWriter visitGeography(GeographyType type) {
		return parts(ArrowStorageTypes.SPATIAL,
				FieldExtractors.spatial(Geography.class, type.srid(), GeographyType.MIXED_SRID));
	}

	@Override
	public ColumnWriter visitUnparsed(UnparsedType type) {
		throw new UnsupportedException("The column '" + this.location.path() + "' has the type " + type.simpleString()
				+ ", whose values this version of sparkex cannot write");
	}

}
