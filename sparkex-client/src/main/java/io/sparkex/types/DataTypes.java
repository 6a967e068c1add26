package io.sparkex.types;

import java.util.List;

/**
 * Constants and factory methods of data types, with the names of Spark's Java API.
 *
 * @since 0.1.0
 */
public final class DataTypes {

	/**
	 * The type of an untyped {@code NULL}.
	 */
	public static final DataType NullType = SimpleType.NULL;

	/**
	 * The type of booleans.
	 */
	public static final DataType BooleanType = SimpleType.BOOLEAN;

	/**
	 * The type of 8-bit signed integers.
	 */
	public static final DataType ByteType = SimpleType.BYTE;

	/**
	 * The type of 16-bit signed integers.
	 */
	public static final DataType ShortType = SimpleType.SHORT;

	/**
	 * The type of 32-bit signed integers.
	 */
	public static final DataType IntegerType = SimpleType.INTEGER;

	/**
	 * The type of 64-bit signed integers.
	 */
	public static final DataType LongType = SimpleType.LONG;

	/**
	 * The type of 32-bit floating-point numbers.
	 */
	public static final DataType FloatType = SimpleType.FLOAT;

	/**
	 * The type of 64-bit floating-point numbers.
	 */
	public static final DataType DoubleType = SimpleType.DOUBLE;

	/**
	 * The type of UTF-8 strings with the default collation.
	 */
	public static final DataType StringType = new StringType();

	/**
	 * The type of byte sequences.
	 */
	public static final DataType BinaryType = SimpleType.BINARY;

	/**
	 * The type of dates.
	 */
	public static final DataType DateType = SimpleType.DATE;

	/**
	 * The type of instants with microsecond precision.
	 */
	public static final DataType TimestampType = SimpleType.TIMESTAMP;

	/**
	 * The type of dates and times without time zone, with microsecond precision.
	 */
	public static final DataType TimestampNTZType = SimpleType.TIMESTAMP_NTZ;

	/**
	 * The type of intervals of months, days and microseconds.
	 */
	public static final DataType CalendarIntervalType = SimpleType.CALENDAR_INTERVAL;

	/**
	 * The type of semi-structured values.
	 */
	public static final DataType VariantType = SimpleType.VARIANT;

	private DataTypes() {
	}

	/**
	 * Creates a decimal type.
	 * @param precision the total number of digits, 1 to 38
	 * @param scale the number of digits after the decimal point
	 * @return the type
	 */
	public static DecimalType createDecimalType(int precision, int scale) {
		return new DecimalType(precision, scale);
	}

	/**
	 * Creates an array type whose elements may be null.
	 * @param elementType the type of the elements
	 * @return the type
	 */
	public static ArrayType createArrayType(DataType elementType) {
		return new ArrayType(elementType);
	}

	/**
	 * Creates an array type.
	 * @param elementType the type of the elements
	 * @param containsNull {@code true} if elements may be null
	 * @return the type
	 */
	public static ArrayType createArrayType(DataType elementType, boolean containsNull) {
		return new ArrayType(elementType, containsNull);
	}

	/**
	 * Creates a map type whose values may be null.
	 * @param keyType the type of the keys
	 * @param valueType the type of the values
	 * @return the type
	 */
	public static MapType createMapType(DataType keyType, DataType valueType) {
		return new MapType(keyType, valueType);
	}

	/**
	 * Creates a map type.
	 * @param keyType the type of the keys
	 * @param valueType the type of the values
	 * @param valueContainsNull {@code true} if values may be null
	 * @return the type
	 */
	public static MapType createMapType(DataType keyType, DataType valueType, boolean valueContainsNull) {
		return new MapType(keyType, valueType, valueContainsNull);
	}

	/**
	 * Creates a struct field without metadata.
	 * @param name the field name
	 * @param dataType the type
	 * @param nullable {@code true} if the field may be null
	 * @return the field
	 */
	public static StructField createStructField(String name, DataType dataType, boolean nullable) {
		return new StructField(name, dataType, nullable);
	}

	/**
	 * Creates a struct type.
	 * @param fields the fields
	 * @return the type
	 */
	public static StructType createStructType(List<StructField> fields) {
		return new StructType(fields);
	}

}
