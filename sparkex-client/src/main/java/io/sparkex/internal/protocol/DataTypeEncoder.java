package io.sparkex.internal.protocol;

import io.sparkex.internal.proto.DataType;
import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
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
 * Encoder of data types.
 */
@SuppressWarnings("EnumOrdinal")
final class DataTypeEncoder implements io.sparkex.types.DataType.Visitor<DataType> {

	static final DataTypeEncoder INSTANCE = new DataTypeEncoder();

	private DataTypeEncoder() {
	}

	@Override
	public DataType visitSimple(SimpleType type) {
		DataType.Builder message = DataType.newBuilder();
		switch (type) {
			case NULL -> message.setNull(DataType.NULL.getDefaultInstance());
			case BOOLEAN -> message.setBoolean(DataType.Boolean.getDefaultInstance());
			case BYTE -> message.setByte(DataType.Byte.getDefaultInstance());
			case SHORT -> message.setShort(DataType.Short.getDefaultInstance());
			case INTEGER -> message.setInteger(DataType.Integer.getDefaultInstance());
			case LONG -> message.setLong(DataType.Long.getDefaultInstance());
			case FLOAT -> message.setFloat(DataType.Float.getDefaultInstance());
			case DOUBLE -> message.setDouble(DataType.Double.getDefaultInstance());
			case BINARY -> message.setBinary(DataType.Binary.getDefaultInstance());
			case DATE -> message.setDate(DataType.Date.getDefaultInstance());
			case TIMESTAMP -> message.setTimestamp(DataType.Timestamp.getDefaultInstance());
			case TIMESTAMP_NTZ -> message.setTimestampNtz(DataType.TimestampNTZ.getDefaultInstance());
			case CALENDAR_INTERVAL -> message.setCalendarInterval(DataType.CalendarInterval.getDefaultInstance());
			case VARIANT -> message.setVariant(DataType.Variant.getDefaultInstance());
		}
		return message.build();
	}

	@Override
	public DataType visitString(StringType type) {
		DataType.String.Builder message = DataType.String.newBuilder();
		if (!StringType.DEFAULT_COLLATION.equals(type.collation())) {
			message.setCollation(type.collation());
		}
		return DataType.newBuilder().setString(message).build();
	}

	@Override
	public DataType visitChar(CharType type) {
		return DataType.newBuilder().setChar(DataType.Char.newBuilder().setLength(type.length())).build();
	}

	@Override
	public DataType visitVarchar(VarcharType type) {
		return DataType.newBuilder().setVarChar(DataType.VarChar.newBuilder().setLength(type.length())).build();
	}

	@Override
	public DataType visitDecimal(DecimalType type) {
		return DataType.newBuilder()
			.setDecimal(DataType.Decimal.newBuilder().setPrecision(type.precision()).setScale(type.scale()))
			.build();
	}

	@Override
	public DataType visitTime(TimeType type) {
		return DataType.newBuilder().setTime(DataType.Time.newBuilder().setPrecision(type.precision())).build();
	}

	@Override
	public DataType visitDayTimeInterval(DayTimeIntervalType type) {
		return DataType.newBuilder()
			.setDayTimeInterval(DataType.DayTimeInterval.newBuilder()
				.setStartField(type.start().ordinal())
				.setEndField(type.end().ordinal()))
			.build();
	}

	@Override
	public DataType visitYearMonthInterval(YearMonthIntervalType type) {
		return DataType.newBuilder()
			.setYearMonthInterval(DataType.YearMonthInterval.newBuilder()
				.setStartField(type.start().ordinal())
				.setEndField(type.end().ordinal()))
			.build();
	}

	@Override
	public DataType visitArray(ArrayType type) {
		return DataType.newBuilder()
			.setArray(DataType.Array.newBuilder()
				.setElementType(type.elementType().accept(this))
				.setContainsNull(type.containsNull()))
			.build();
	}

	@Override
	public DataType visitMap(MapType type) {
		return DataType.newBuilder()
			.setMap(DataType.Map.newBuilder()
				.setKeyType(type.keyType().accept(this))
				.setValueType(type.valueType().accept(this))
				.setValueContainsNull(type.valueContainsNull()))
			.build();
	}

	@Override
	public DataType visitStruct(StructType type) {
		DataType.Struct.Builder message = DataType.Struct.newBuilder();
		type.fields().forEach((field) -> message.addFields(field(field)));
		return DataType.newBuilder().setStruct(message).build();
	}

	private DataType.StructField.Builder field(StructField field) {
		DataType.StructField.Builder message = DataType.StructField.newBuilder()
			.setName(field.name())
			.setDataType(field.dataType().accept(this))
			.setNullable(field.nullable());
		if (!StructField.NO_METADATA.equals(field.metadata())) {
			message.setMetadata(field.metadata());
		}
		return message;
	}

	@Override
	public DataType visitUserDefined(UserDefinedType type) {
		DataType.UDT.Builder message = DataType.UDT.newBuilder().setType("udt").setSqlType(type.sqlType().accept(this));
		if (type.jvmClass() != null) {
			message.setJvmClass(type.jvmClass());
		}
		if (type.pythonClass() != null) {
			message.setPythonClass(type.pythonClass());
		}
		if (type.serializedPythonClass() != null) {
			message.setSerializedPythonClass(type.serializedPythonClass());
		}
		return DataType.newBuilder().setUdt(message).build();
	}

	@Override
	public DataType visitGeometry(GeometryType type) {
		return DataType.newBuilder().setGeometry(DataType.Geometry.newBuilder().setSrid(type.srid())).build();
	}

	@Override
	public DataType visitGeography(GeographyType type) {
		return DataType.newBuilder().setGeography(DataType.Geography.newBuilder().setSrid(type.srid())).build();
	}

	@Override
	public DataType visitUnparsed(UnparsedType type) {
		return DataType.newBuilder().setUnparsed(DataType.Unparsed.newBuilder().setDataTypeString(type.text())).build();
	}

}
