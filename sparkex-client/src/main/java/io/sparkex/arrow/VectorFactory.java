package io.sparkex.arrow;

import java.nio.ByteBuffer;

import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
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
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.UnparsedType;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;

/**
 * Makes the vector of one column from the next buffers of a batch.
 */
final class VectorFactory implements DataType.Visitor<ColumnVector> {

	private final StructField field;

	private final Field arrowField;

	private final RecordBatchReader reader;

	VectorFactory(StructField field, Field arrowField, RecordBatchReader reader) {
		this.field = field;
		this.arrowField = arrowField;
		this.reader = reader;
	}

	@Override
	public ColumnVector visitSimple(SimpleType type) {
		return switch (type) {
			case NULL -> nulls(type);
			case BOOLEAN -> {
				require(ArrowLayout.BOOLEAN);
				yield new BooleanVector(type, this.reader.nextValidity(), this.reader.nextBits());
			}
			case BYTE -> fixed(type, ArrowLayout.INT_8, ByteVector::new);
			case SHORT -> fixed(type, ArrowLayout.INT_16, ShortVector::new);
			case INTEGER -> fixed(type, ArrowLayout.INT_32, IntVector::new);
			case LONG -> fixed(type, ArrowLayout.INT_64, LongVector::new);
			case FLOAT -> fixed(type, ArrowLayout.FLOAT_32, FloatVector::new);
			case DOUBLE -> fixed(type, ArrowLayout.FLOAT_64, DoubleVector::new);
			case DATE -> fixed(type, ArrowLayout.DATE_DAY, DateVector::new);
			case TIMESTAMP -> fixed(type, ArrowLayout.TIMESTAMP_MICRO, TimestampVector::new);
			case TIMESTAMP_NTZ -> fixed(type, ArrowLayout.TIMESTAMP_MICRO, TimestampNtzVector::new);
			case BINARY ->
				new BinaryVector(type, this.reader.nextValidity(), variableWidth(Type.Binary, Type.LargeBinary));
			case CALENDAR_INTERVAL, VARIANT -> throw unsupported();
		};
	}

	private ColumnVector nulls(DataType type) {
		require(ArrowLayout.NULL);
		this.reader.skipNulls();
		return new NullVector(type);
	}

	private ColumnVector fixed(DataType type, ArrowLayout layout, FixedWidthConstructor constructor) {
		require(layout);
		ByteBuffer validity = this.reader.nextValidity();
		return constructor.create(type, validity, this.reader.nextValues(layout.width()));
	}

	private ColumnVector text(DataType type) {
		ByteBuffer validity = this.reader.nextValidity();
		return new StringVector(type, validity, variableWidth(Type.Utf8, Type.LargeUtf8));
	}

	private VariableWidth variableWidth(byte small, byte large) {
		byte actual = this.arrowField.typeType();
		if (actual != small && actual != large) {
			throw mismatch(Type.name(small));
		}
		return this.reader.nextVariableWidth(actual == large);
	}

	private void require(ArrowLayout layout) {
		if (!layout.matches(this.arrowField)) {
			throw mismatch(layout.name());
		}
	}

	private CorruptResultException mismatch(String expected) {
		return new CorruptResultException(
				"The server sent the column '" + this.field.name() + "' of type " + this.field.dataType().simpleString()
						+ " as Arrow " + Type.name(this.arrowField.typeType()) + ", not as " + expected);
	}

	private UnsupportedException unsupported() {
		return new UnsupportedException(
				"The column '" + this.field.name() + "' has the type " + this.field.dataType().simpleString()
						+ ", which this version of sparkex cannot read; cast it to string or select its parts");
	}

	@Override
	public ColumnVector visitString(StringType type) {
		return text(type);
	}

	@Override
	public ColumnVector visitChar(CharType type) {
		return text(type);
	}

	@Override
	public ColumnVector visitVarchar(VarcharType type) {
		return text(type);
	}

	@Override
	public ColumnVector visitDecimal(DecimalType type) {
		require(ArrowLayout.DECIMAL_128);
		ByteBuffer validity = this.reader.nextValidity();
		return new DecimalVector(type, validity, this.reader.nextValues(ArrowLayout.DECIMAL_128.width()));
	}

	@Override
	public ColumnVector visitTime(TimeType type) {
		throw unsupported();
	}

	@Override
	public ColumnVector visitDayTimeInterval(DayTimeIntervalType type) {
		throw unsupported();
	}

	@Override
	public ColumnVector visitYearMonthInterval(YearMonthIntervalType type) {
		throw unsupported();
	}

	@Override
	public ColumnVector visitArray(ArrayType type) {
		throw unsupported();
	}

	@Override
	public ColumnVector visitMap(MapType type) {
		throw unsupported();
	}

	@Override
	public ColumnVector visitStruct(StructType type) {
		throw unsupported();
	}

	@Override
	public ColumnVector visitUserDefined(UserDefinedType type) {
		throw unsupported();
	}

	@Override
	public ColumnVector visitGeometry(GeometryType type) {
		throw unsupported();
	}

	@Override
	public ColumnVector visitGeography(GeographyType type) {
		throw unsupported();
	}

	@Override
	public ColumnVector visitUnparsed(UnparsedType type) {
		throw unsupported();
	}

	@FunctionalInterface
	private interface FixedWidthConstructor {

		ColumnVector create(DataType type, @Nullable ByteBuffer validity, ByteBuffer values);

	}

}
