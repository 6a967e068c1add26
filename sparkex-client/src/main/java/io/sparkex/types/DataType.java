package io.sparkex.types;

import io.sparkex.internal.json.JsonWriter;

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
		return JsonWriter.quote(typeName());
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

		/**
		 * Visits a type without parameters.
		 * @param type the type
		 * @return the result
		 */
		R visitSimple(SimpleType type);

		/**
		 * Visits a string type.
		 * @param type the type
		 * @return the result
		 */
		R visitString(StringType type);

		/**
		 * Visits a char type.
		 * @param type the type
		 * @return the result
		 */
		R visitChar(CharType type);

		/**
		 * Visits a varchar type.
		 * @param type the type
		 * @return the result
		 */
		R visitVarchar(VarcharType type);

		/**
		 * Visits a decimal type.
		 * @param type the type
		 * @return the result
		 */
		R visitDecimal(DecimalType type);

		/**
		 * Visits a time type.
		 * @param type the type
		 * @return the result
		 */
		R visitTime(TimeType type);

		/**
		 * Visits a day-time interval type.
		 * @param type the type
		 * @return the result
		 */
		R visitDayTimeInterval(DayTimeIntervalType type);

		/**
		 * Visits a year-month interval type.
		 * @param type the type
		 * @return the result
		 */
		R visitYearMonthInterval(YearMonthIntervalType type);

		/**
		 * Visits an array type.
		 * @param type the type
		 * @return the result
		 */
		R visitArray(ArrayType type);

		/**
		 * Visits a map type.
		 * @param type the type
		 * @return the result
		 */
		R visitMap(MapType type);

		/**
		 * Visits a struct type.
		 * @param type the type
		 * @return the result
		 */
		R visitStruct(StructType type);

		/**
		 * Visits a user-defined type.
		 * @param type the type
		 * @return the result
		 */
		R visitUserDefined(UserDefinedType type);

		/**
		 * Visits a geometry type.
		 * @param type the type
		 * @return the result
		 */
		R visitGeometry(GeometryType type);

		/**
		 * Visits a geography type.
		 * @param type the type
		 * @return the result
		 */
		R visitGeography(GeographyType type);

		/**
		 * Visits a type that the server parses.
		 * @param type the type
		 * @return the result
		 */
		R visitUnparsed(UnparsedType type);

	}

}
