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
 * Finds what writes the values of a type in one format. The formats agree on the bare
 * text of a value, and differ in what they put around it.
 */
abstract class TypeCells implements DataType.Visitor<CellWriter> {

	private final ScalarCells scalars;

	TypeCells(ScalarCells scalars) {
		this.scalars = scalars;
	}

	/**
	 * A writer for values whose bare text has only letters, digits and signs.
	 * @param kind what the text stands for
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
				// Is never called: such a column has no values.
			};
			case BOOLEAN -> scalar(Kind.BOOLEAN, ScalarCells::bool);
			case BYTE, SHORT, INTEGER -> scalar(Kind.INTEGER, ScalarCells::integer);
			case LONG -> scalar(Kind.LONG, ScalarCells::bigint);
			case FLOAT -> scalar(Kind.FLOATING, ScalarCells::float32);
			case DOUBLE -> scalar(Kind.FLOATING, ScalarCells::float64);
			case DATE -> scalar(Kind.OTHER, ScalarCells::date);
			case TIMESTAMP -> scalar(Kind.OTHER, this.scalars::timestamp);
			case TIMESTAMP_NTZ -> scalar(Kind.OTHER, ScalarCells::timestampNtz);
			case CALENDAR_INTERVAL -> scalar(Kind.OTHER, ScalarCells::calendarInterval);
			case BINARY -> binary();
			case VARIANT -> variant();
		};
	}

	@Override
	public final CellWriter visitDecimal(DecimalType type) {
		return scalar(Kind.DECIMAL, ScalarCells.decimal(type.scale()));
	}

	@Override
	public final CellWriter visitTime(TimeType type) {
		return scalar(Kind.OTHER, ScalarCells::time);
	}

	@Override
	public final CellWriter visitDayTimeInterval(DayTimeIntervalType type) {
		return scalar(Kind.OTHER, ScalarCells::object);
	}

	@Override
	public final CellWriter visitYearMonthInterval(YearMonthIntervalType type) {
		return scalar(Kind.OTHER, ScalarCells::object);
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
	 * What a bare text stands for.
	 */
	enum Kind {

		BOOLEAN, INTEGER, LONG, FLOATING, DECIMAL, OTHER

	}

}
