package io.sparkex.types;

import java.util.List;

/**
 * The types as constants and factory methods, under the names of Spark's own Java API.
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
	 * A decimal type.
	 * @param precision the count of all digits, 1 to 38
	 * @param scale the count of digits after the point
	 * @return the type
	 */
	public static DecimalType createDecimalType(int precision, int scale) {
		return new DecimalType(precision, scale);
	}

	/**
	 * An array type whose elements may be null.
	 * @param elementType the type of the elements
	 * @return the type
	 */
	public static ArrayType createArrayType(DataType elementType) {
		return new ArrayType(elementType);
	}

	/**
	 * An array type.
	 * @param elementType the type of the elements
	 * @param containsNull whether an element may be null
	 * @return the type
	 */
	public static ArrayType createArrayType(DataType elementType, boolean containsNull) {
		return new ArrayType(elementType, containsNull);
	}

	/**
	 * A map type whose values may be null.
	 * @param keyType the type of the keys
	 * @param valueType the type of the values
	 * @return the type
	 */
	public static MapType createMapType(DataType keyType, DataType valueType) {
		return new MapType(keyType, valueType);
	}

	/**
	 * A map type.
	 * @param keyType the type of the keys
	 * @param valueType the type of the values
	 * @param valueContainsNull whether a value may be null
	 * @return the type
	 */
	public static MapType createMapType(DataType keyType, DataType valueType, boolean valueContainsNull) {
		return new MapType(keyType, valueType, valueContainsNull);
	}

	/**
	 * A field without metadata.
	 * @param name the name
	 * @param dataType the type
	 * @param nullable whether it may be null
	 * @return the field
	 */
	public static StructField createStructField(String name, DataType dataType, boolean nullable) {
		return new StructField(name, dataType, nullable);
	}

	/**
	 * A struct type.
	 * @param fields the fields in their order
	 * @return the type
	 */
	public static StructType createStructType(List<StructField> fields) {
		return new StructType(fields);
	}

}
