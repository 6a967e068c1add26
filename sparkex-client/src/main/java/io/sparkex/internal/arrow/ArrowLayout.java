package io.sparkex.internal.arrow;

import java.util.function.Predicate;

import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Interval;
import org.apache.arrow.flatbuf.IntervalUnit;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;

/**
 * Arrow types that Spark uses, with the width of fixed-width values in bytes.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum ArrowLayout {

	NULL(0, Type.Null, (field) -> true),

	BOOLEAN(0, Type.Bool, (field) -> true),

	INT_8(1, Type.Int, (field) -> isInt(field, 8)),

	INT_16(2, Type.Int, (field) -> isInt(field, 16)),

	INT_32(4, Type.Int, (field) -> isInt(field, 32)),

	INT_64(8, Type.Int, (field) -> isInt(field, 64)),

	FLOAT_32(4, Type.FloatingPoint, (field) -> isFloat(field, Precision.SINGLE)),

	FLOAT_64(8, Type.FloatingPoint, (field) -> isFloat(field, Precision.DOUBLE)),

	DECIMAL_128(16, Type.Decimal,
			(field) -> field.type(new Decimal()) instanceof Decimal type && type.bitWidth() == 128),

	DATE_DAY(4, Type.Date, (field) -> field.type(new Date()) instanceof Date type && type.unit() == DateUnit.DAY),

	TIMESTAMP_MICRO(8, Type.Timestamp,
			(field) -> field.type(new Timestamp()) instanceof Timestamp type && type.unit() == TimeUnit.MICROSECOND),

	TIME_NANO(8, Type.Time,
			(field) -> field.type(new Time()) instanceof Time type && type.unit() == TimeUnit.NANOSECOND
					&& type.bitWidth() == 64),

	DURATION_MICRO(8, Type.Duration,
			(field) -> field.type(new Duration()) instanceof Duration type && type.unit() == TimeUnit.MICROSECOND),

	INTERVAL_YEAR_MONTH(4, Type.Interval,
			(field) -> field.type(new Interval()) instanceof Interval type && type.unit() == IntervalUnit.YEAR_MONTH),

	INTERVAL_MONTH_DAY_NANO(16, Type.Interval,
			(field) -> field.type(new Interval()) instanceof Interval type
					&& type.unit() == IntervalUnit.MONTH_DAY_NANO),

	LIST(0, Type.List, (field) -> field.childrenLength() == 1),

	LARGE_LIST(0, Type.LargeList, (field) -> field.childrenLength() == 1),

	MAP(0, Type.Map,
			(field) -> field.childrenLength() == 1 && field.children(0).typeType() == Type.Struct_
					&& field.children(0).childrenLength() == 2),

	STRUCT(0, Type.Struct_, (field) -> true);

	private final int width;

	private final byte type;

	private final Predicate<Field> parameters;

	ArrowLayout(int width, byte type, Predicate<Field> parameters) {
		this.width = width;
		this.type = type;
		this.parameters = parameters;
	}

	int width() {
		return this.width;
	}

	boolean matches(Field field) {
		return field.typeType() == this.type && this.parameters.test(field);
	}

	private static boolean isInt(Field field, int bits) {
		return field.type(new Int()) instanceof Int type && type.bitWidth() == bits && type.isSigned();
	}

	private static boolean isFloat(Field field, short precision) {
		return field.type(new FloatingPoint()) instanceof FloatingPoint type && type.precision() == precision;
	}

}
