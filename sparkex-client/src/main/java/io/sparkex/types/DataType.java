package io.sparkex.types;

/**
 * The type of a Spark column, field or element. Instances are immutable values, compared
 * by content.
 * <p>
 * The family is closed: use {@link #accept(Visitor)} to tell the types apart without
 * missing one. {@link DataTypes} has the constants and factory methods of Spark's own
 * Java API.
 *
 * @since 0.1.0
 */
public sealed interface DataType permits SimpleType, StringType, CharType, VarcharType, DecimalType, TimeType,
		DayTimeIntervalType, YearMonthIntervalType, ArrayType, MapType, StructType, UserDefinedType, GeometryType,
		GeographyType, UnparsedType {

	/**
	 * The short name Spark gives the type in schemas and their JSON form, such as
	 * {@code integer} or {@code decimal(10,2)}; nested types are only {@code array},
	 * {@code map} or {@code struct}.
	 * @return the type name
	 */
	String typeName();

	/**
	 * The compact SQL form in lower case, such as {@code bigint} or
	 * {@code struct<a:int>}.
	 * @return the simple string
	 */
	String simpleString();

	/**
	 * The form that Spark SQL parses, such as {@code BIGINT} or
	 * {@code STRUCT<a: INT NOT NULL>}.
	 * @return the SQL text of the type
	 */
	String sql();

	/**
	 * The JSON form that Spark reads with {@code DataType.fromJson}.
	 * @return a JSON value
	 */
	default String json() {
		return Json.quote(typeName());
	}

	/**
	 * Calls the method of the visitor that fits this type.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * One method for each kind of type.
	 *
	 * @param <R> what the methods return
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
