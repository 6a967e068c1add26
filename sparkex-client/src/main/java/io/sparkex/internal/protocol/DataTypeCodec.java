package io.sparkex.internal.protocol;

import java.util.List;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.UnsupportedException;
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
 * Conversion between data types and protobuf messages.
 *
 * @since 0.1.0
 */
public final class DataTypeCodec {

	/**
	 * The precision of decimals without an explicit precision. Servers before Spark 4.1
	 * omit it.
	 */
	private static final int DEFAULT_DECIMAL_PRECISION = 10;

	private static final int DEFAULT_TIME_PRECISION = 6;

	private DataTypeCodec() {
	}

	/**
	 * Encodes a type.
	 * @param type the type
	 * @return the message
	 */
	public static DataType encode(io.sparkex.types.DataType type) {
		return type.accept(DataTypeEncoder.INSTANCE);
	}

	/**
	 * Decodes a schema.
	 * @param message the message of a struct type
	 * @return the schema
	 * @throws UnsupportedException if it contains a type that this client does not
	 * support
	 * @throws CorruptResultException if the message is not a struct type, or if a type
	 * has invalid parameters
	 */
	public static StructType decodeSchema(DataType message) {
		if (decode(message) instanceof StructType schema) {
			return schema;
		}
		throw new UnsupportedException("The server sent a schema that is not a struct but " + message.getKindCase());
	}

	/**
	 * Decodes a type.
	 * @param message the message
	 * @return the type
	 * @throws UnsupportedException if this client does not support the type
	 * @throws CorruptResultException if the type has invalid parameters
	 */
	public static io.sparkex.types.DataType decode(DataType message) {
		try {
			return decodeKind(message);
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw new CorruptResultException("The server sent the data type " + message.getKindCase()
					+ " with invalid parameters: " + ex.getMessage(), ex);
		}
	}

	private static io.sparkex.types.DataType decodeKind(DataType message) {
		return switch (message.getKindCase()) {
			case NULL -> SimpleType.NULL;
			case BOOLEAN -> SimpleType.BOOLEAN;
			case BYTE -> SimpleType.BYTE;
			case SHORT -> SimpleType.SHORT;
			case INTEGER -> SimpleType.INTEGER;
			case LONG -> SimpleType.LONG;
			case FLOAT -> SimpleType.FLOAT;
			case DOUBLE -> SimpleType.DOUBLE;
			case BINARY -> SimpleType.BINARY;
			case DATE -> SimpleType.DATE;
			case TIMESTAMP -> SimpleType.TIMESTAMP;
			case TIMESTAMP_NTZ -> SimpleType.TIMESTAMP_NTZ;
			case CALENDAR_INTERVAL -> SimpleType.CALENDAR_INTERVAL;
			case VARIANT -> SimpleType.VARIANT;
			case STRING -> string(message.getString());
			case CHAR -> new CharType(message.getChar().getLength());
			case VAR_CHAR -> new VarcharType(message.getVarChar().getLength());
			case DECIMAL -> decimal(message.getDecimal());
			case TIME -> new TimeType(
					message.getTime().hasPrecision() ? message.getTime().getPrecision() : DEFAULT_TIME_PRECISION);
			case DAY_TIME_INTERVAL -> dayTime(message.getDayTimeInterval());
			case YEAR_MONTH_INTERVAL -> yearMonth(message.getYearMonthInterval());
			case ARRAY ->
				new ArrayType(decode(message.getArray().getElementType()), message.getArray().getContainsNull());
			case MAP -> map(message.getMap());
			case STRUCT -> struct(message.getStruct().getFieldsList());
			case UDT -> userDefined(message.getUdt());
			case GEOMETRY -> new GeometryType(message.getGeometry().getSrid());
			case GEOGRAPHY -> new GeographyType(message.getGeography().getSrid());
			case UNPARSED -> new UnparsedType(message.getUnparsed().getDataTypeString());
			case KIND_NOT_SET -> throw new UnsupportedException(
					"The server sent a data type that this client does not support; a newer version of sparkex may support it");
		};
	}

	private static StringType string(DataType.String message) {
		return message.getCollation().isEmpty() ? new StringType() : new StringType(message.getCollation());
	}

	private static DecimalType decimal(DataType.Decimal message) {
		return new DecimalType(message.hasPrecision() ? message.getPrecision() : DEFAULT_DECIMAL_PRECISION,
				message.getScale());
	}

	private static DayTimeIntervalType dayTime(DataType.DayTimeInterval message) {
		DayTimeIntervalType.Unit[] units = DayTimeIntervalType.Unit.values();
		return new DayTimeIntervalType(units[message.getStartField()],
				message.hasEndField() ? units[message.getEndField()] : DayTimeIntervalType.Unit.SECOND);
	}

	private static YearMonthIntervalType yearMonth(DataType.YearMonthInterval message) {
		YearMonthIntervalType.Unit[] units = YearMonthIntervalType.Unit.values();
		return new YearMonthIntervalType(units[message.getStartField()],
				message.hasEndField() ? units[message.getEndField()] : YearMonthIntervalType.Unit.MONTH);
	}

	private static MapType map(DataType.Map message) {
		return new MapType(decode(message.getKeyType()), decode(message.getValueType()),
				message.getValueContainsNull());
	}

	private static StructType struct(List<DataType.StructField> fields) {
		return new StructType(fields.stream()
			.map((field) -> new StructField(field.getName(), decode(field.getDataType()), field.getNullable(),
					field.hasMetadata() ? field.getMetadata() : StructField.NO_METADATA))
			.toList());
	}

	private static UserDefinedType userDefined(DataType.UDT message) {
		return new UserDefinedType(message.hasJvmClass() ? message.getJvmClass() : null,
				message.hasPythonClass() ? message.getPythonClass() : null,
				message.hasSerializedPythonClass() ? message.getSerializedPythonClass() : null,
				decode(message.getSqlType()));
	}

}
