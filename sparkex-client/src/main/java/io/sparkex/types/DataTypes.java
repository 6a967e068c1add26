package io.sparkex.types;

import java.util.List;

/**
 * Constants and factory methods of data types, with the names of Spark's Java API.
 *
 * @since 0.1.0
 */
public final class DataTypes {

	public static final DataType NullType = SimpleType.NULL;

	public static final DataType BooleanType = SimpleType.BOOLEAN;

	public static final DataType ByteType = SimpleType.BYTE;

	public static final DataType ShortType = SimpleType.SHORT;

	public static final DataType IntegerType = SimpleType.INTEGER;

	public static final DataType LongType = SimpleType.LONG;

	public static final DataType FloatType = SimpleType.FLOAT;

	public static final DataType DoubleType = SimpleType.DOUBLE;

	public static final DataType StringType = new StringType();

	public static final DataType BinaryType = SimpleType.BINARY;

	public static final DataType DateType = SimpleType.DATE;

	public static final DataType TimestampType = SimpleType.TIMESTAMP;

	public static final DataType TimestampNTZType = SimpleType.TIMESTAMP_NTZ;

	public static final DataType CalendarIntervalType = SimpleType.CALENDAR_INTERVAL;

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
