package io.sparkex.types;

/**
 * The data type of a column, field or element. Instances are immutable and compared by
 * content.
 * <p>
 * The type hierarchy is sealed. Use {@link #accept(Visitor)} for an exhaustive
 * distinction. {@link DataTypes} has the constants and factory methods of Spark's Java
 * API.
 *
 * @since 0.1.0
 */
public sealed interface DataType permits SimpleType, StringType, CharType, VarcharType, DecimalType, TimeType,
		DayTimeIntervalType, YearMonthIntervalType, ArrayType, MapType, StructType, UserDefinedType, GeometryType,
		GeographyType, UnparsedType {

	/**
	 * Returns the type name that Spark uses in schemas and their JSON form, such as
	 * {@code integer} or {@code decimal(10,2)}. Nested types are just {@code array},
	 * {@code map} or {@code struct}.
	 * @return the type name
	 */
	String typeName();

	/**
	 * Returns the compact SQL form in lower case, such as {@code bigint} or
	 * {@code struct<a:int>}.
	 * @return the simple string
	 */
	String simpleString();

	/**
	 * Returns the type in SQL syntax, such as {@code BIGINT} or
	 * {@code STRUCT<a: INT NOT NULL>}.
	 * @return the SQL text of the type
	 */
	String sql();

	/**
	 * Returns the JSON form that Spark parses with {@code DataType.fromJson}.
	 * @return a JSON value
	 */
	default String json() {
		return Json.quote(typeName());
	}

	/**
	 * Calls the method of the visitor for this type.
	 * @param <R> the result type
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Visitor with one method for each type.
	 *
	 * @param <R> the result type
	 * @since 0.1.0
	 */
	interface Visitor<R> {

		R visitSimple(SimpleType type);

		R visitString(StringType type);

		R visitChar(CharType type);

		R visitVarchar(VarcharType type);

		R visitDecimal(DecimalType type);

		R visitTime(TimeType type);

		R visitDayTimeInterval(DayTimeIntervalType type);

		R visitYearMonthInterval(YearMonthIntervalType type);

		R visitArray(ArrayType type);

		R visitMap(MapType type);

		R visitStruct(StructType type);

		R visitUserDefined(UserDefinedType type);

		R visitGeometry(GeometryType type);

		R visitGeography(GeographyType type);

		R visitUnparsed(UnparsedType type);

	}

}
