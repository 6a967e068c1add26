package io.sparkex.internal.export;

import io.sparkex.errors.UnsupportedException;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.TimeType;
import io.sparkex.types.UnparsedType;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;

/**
 * Factory of the cell writers of a format. Formats share the text of scalar values and
 * differ in quoting and nesting.
 */
abstract class CellWriterFactory implements DataType.Visitor<CellWriter> {

	private final ScalarCellWriters scalars;

	CellWriterFactory(ScalarCellWriters scalars) {
		this.scalars = scalars;
	}

	/**
	 * Creates the writer of a value whose text consists of letters, digits and signs.
	 * @param kind the kind of value
	 * @param bare writes the text
	 */
	abstract CellWriter scalar(Kind kind, CellWriter bare);

	abstract CellWriter text();

	abstract CellWriter binary();

	abstract CellWriter variant();

	abstract CellWriter spatial();

	@Override
	public final CellWriter visitSimple(SimpleType type) {
		return switch (type) {
			case NULL -> (column, row, out) -> {
				// Not called, because the column has no values.
			};
			case BOOLEAN -> scalar(Kind.BOOLEAN, ScalarCellWriters::bool);
			case BYTE, SHORT, INTEGER -> scalar(Kind.INTEGER, ScalarCellWriters::integer);
			case LONG -> scalar(Kind.LONG, ScalarCellWriters::bigint);
			case FLOAT -> scalar(Kind.FLOATING, ScalarCellWriters::float32);
			case DOUBLE -> scalar(Kind.FLOATING, ScalarCellWriters::float64);
			case DATE -> scalar(Kind.OTHER, ScalarCellWriters::date);
			case TIMESTAMP -> scalar(Kind.OTHER, this.scalars::timestamp);
			case TIMESTAMP_NTZ -> scalar(Kind.OTHER, ScalarCellWriters::timestampNtz);
			case CALENDAR_INTERVAL -> scalar(Kind.OTHER, ScalarCellWriters::calendarInterval);
			case BINARY -> binary();
			case VARIANT -> variant();
		};
	}

	@Override
	public final CellWriter visitDecimal(DecimalType type) {
		return scalar(Kind.DECIMAL, ScalarCellWriters.decimal(type.scale()));
	}

	@Override
	public final CellWriter visitTime(TimeType type) {
		return scalar(Kind.OTHER, ScalarCellWriters::time);
	}

	@Override
	public final CellWriter visitDayTimeInterval(DayTimeIntervalType type) {
		return scalar(Kind.OTHER, ScalarCellWriters::object);
	}

	@Override
	public final CellWriter visitYearMonthInterval(YearMonthIntervalType type) {
		return scalar(Kind.OTHER, ScalarCellWriters::object);
	}

	@Override
	public final CellWriter visitString(StringType type) {
		return text();
	}

	@Override
	public final CellWriter visitChar(CharType type) {
		return text();
	}

	@Override
	public final CellWriter visitVarchar(VarcharType type) {
		return text();
	}

	@Override
	public final CellWriter visitGeometry(GeometryType type) {
		return spatial();
	}

	@Override
	public final CellWriter visitGeography(GeographyType type) {
		return spatial();
	}

	@Override
	public final CellWriter visitUserDefined(UserDefinedType type) {
		return type.sqlType().accept(this);
	}

	@Override
	public final CellWriter visitUnparsed(UnparsedType type) {
		throw new UnsupportedException("A column of the type " + type.simpleString()
				+ " cannot be written as text; cast it to string or select its parts");
	}

	/**
	 * Kind of scalar value.
	 */
	enum Kind {

		BOOLEAN, INTEGER, LONG, FLOATING, DECIMAL, OTHER

	}

}
