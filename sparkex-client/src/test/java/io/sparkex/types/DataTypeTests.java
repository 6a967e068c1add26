package io.sparkex.types;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the text forms of each {@link DataType}.
 */
class DataTypeTests {

	static Stream<Arguments> forms() {
		return Stream.of(arguments(DataTypes.NullType, "void", "VOID", "\"void\""),
				arguments(DataTypes.BooleanType, "boolean", "BOOLEAN", "\"boolean\""),
				arguments(DataTypes.ByteType, "tinyint", "TINYINT", "\"byte\""),
				arguments(DataTypes.ShortType, "smallint", "SMALLINT", "\"short\""),
				arguments(DataTypes.IntegerType, "int", "INT", "\"integer\""),
				arguments(DataTypes.LongType, "bigint", "BIGINT", "\"long\""),
				arguments(DataTypes.FloatType, "float", "FLOAT", "\"float\""),
				arguments(DataTypes.DoubleType, "double", "DOUBLE", "\"double\""),
				arguments(DataTypes.BinaryType, "binary", "BINARY", "\"binary\""),
				arguments(DataTypes.DateType, "date", "DATE", "\"date\""),
				arguments(DataTypes.TimestampType, "timestamp", "TIMESTAMP", "\"timestamp\""),
				arguments(DataTypes.TimestampNTZType, "timestamp_ntz", "TIMESTAMP_NTZ", "\"timestamp_ntz\""),
				arguments(DataTypes.CalendarIntervalType, "interval", "INTERVAL", "\"interval\""),
				arguments(DataTypes.VariantType, "variant", "VARIANT", "\"variant\""),
				arguments(DataTypes.StringType, "string", "STRING", "\"string\""),
				arguments(new StringType("UNICODE_CI"), "string collate UNICODE_CI", "STRING COLLATE UNICODE_CI",
						"\"string\""),
				arguments(new CharType(5), "char(5)", "CHAR(5)", "\"char(5)\""),
				arguments(new VarcharType(1), "varchar(1)", "VARCHAR(1)", "\"varchar(1)\""),
				arguments(new DecimalType(38, 38), "decimal(38,38)", "DECIMAL(38,38)", "\"decimal(38,38)\""),
				arguments(new TimeType(0), "time(0)", "TIME(0)", "\"time(0)\""),
				arguments(new DayTimeIntervalType(DayTimeIntervalType.Unit.DAY, DayTimeIntervalType.Unit.SECOND),
						"interval day to second", "INTERVAL DAY TO SECOND", "\"interval day to second\""),
				arguments(new DayTimeIntervalType(DayTimeIntervalType.Unit.HOUR, DayTimeIntervalType.Unit.HOUR),
						"interval hour", "INTERVAL HOUR", "\"interval hour\""),
				arguments(new YearMonthIntervalType(YearMonthIntervalType.Unit.YEAR, YearMonthIntervalType.Unit.MONTH),
						"interval year to month", "INTERVAL YEAR TO MONTH", "\"interval year to month\""),
				arguments(new YearMonthIntervalType(YearMonthIntervalType.Unit.MONTH, YearMonthIntervalType.Unit.MONTH),
						"interval month", "INTERVAL MONTH", "\"interval month\""),
				arguments(new GeometryType(4326), "geometry(4326)", "GEOMETRY(4326)", "\"geometry(4326)\""),
				arguments(new GeometryType(GeometryType.MIXED_SRID), "geometry(any)", "GEOMETRY(ANY)",
						"\"geometry(any)\""),
				arguments(new GeographyType(4326), "geography(4326)", "GEOGRAPHY(4326)", "\"geography(4326)\""),
				arguments(new GeographyType(GeographyType.MIXED_SRID), "geography(any)", "GEOGRAPHY(ANY)",
						"\"geography(any)\""),
				arguments(new UnparsedType("MAP<INT, x>"), "MAP<INT, x>", "MAP<INT, x>", "\"MAP<INT, x>\""),
				arguments(DataTypes.createArrayType(DataTypes.LongType, false), "array<bigint>", "ARRAY<BIGINT>",
						"{\"type\":\"array\",\"elementType\":\"long\",\"containsNull\":false}"),
				arguments(DataTypes.createMapType(DataTypes.StringType, new ArrayType(DataTypes.DateType)),
						"map<string,array<date>>", "MAP<STRING, ARRAY<DATE>>",
						"{\"type\":\"map\",\"keyType\":\"string\",\"valueType\":{\"type\":\"array\","
								+ "\"elementType\":\"date\",\"containsNull\":true},\"valueContainsNull\":true}"),
				arguments(new UserDefinedType("org.example.Point", null, null, new ArrayType(DataTypes.DoubleType)),
						"udt", "ARRAY<DOUBLE>",
						"{\"type\":\"udt\",\"class\":\"org.example.Point\",\"sqlType\":{\"type\":\"array\","
								+ "\"elementType\":\"double\",\"containsNull\":true}}"),
				arguments(new UserDefinedType(null, "a.Point", "gAR\"", DataTypes.LongType), "udt", "BIGINT",
						"{\"type\":\"udt\",\"pyClass\":\"a.Point\",\"serializedClass\":\"gAR\\\"\","
								+ "\"sqlType\":\"long\"}"),
				arguments(new StructType(), "struct<>", "STRUCT<>", "{\"type\":\"struct\",\"fields\":[]}"),
				arguments(
						new StructType().add("a", DataTypes.IntegerType, false)
							.add("in ner", new StructType().add("b", DataTypes.StringType)),
						"struct<a:int,in ner:struct<b:string>>", "STRUCT<a: INT NOT NULL, `in ner`: STRUCT<b: STRING>>",
						"{\"type\":\"struct\",\"fields\":[{\"name\":\"a\",\"type\":\"integer\",\"nullable\":false,"
								+ "\"metadata\":{}},{\"name\":\"in ner\",\"type\":{\"type\":\"struct\",\"fields\":["
								+ "{\"name\":\"b\",\"type\":\"string\",\"nullable\":true,\"metadata\":{}}]},"
								+ "\"nullable\":true,\"metadata\":{}}]}"));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void returnsTextFormsOfSpark(DataType type, String simpleString, String sql, String json) {
		assertThat(type.simpleString()).isEqualTo(simpleString);
		assertThat(type.sql()).isEqualTo(sql);
		assertThat(type.json()).isEqualTo(json);
	}

	@Test
	void isEqualByContent() {
		assertThat(new ArrayType(new DecimalType(10, 2))).isEqualTo(new ArrayType(new DecimalType(10, 2)))
			.hasSameHashCodeAs(new ArrayType(new DecimalType(10, 2)))
			.isNotEqualTo(new ArrayType(new DecimalType(10, 2), false));
		assertThat(new StringType("UNICODE")).isNotEqualTo(DataTypes.StringType);
	}

	@Test
	void printsSqlTypeOfUserDefinedType() {
		assertThat(new UserDefinedType("C", null, null, new ArrayType(DataTypes.DoubleType)))
			.hasToString("udt of array<double>");
	}

	@Test
	void rejectsInvalidParametersByName() {
		assertThatIllegalArgumentException().isThrownBy(() -> new DecimalType(0, 0))
			.withMessage("precision must be 1 to 38 but is 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new DecimalType(39, 0))
			.withMessage("precision must be 1 to 38 but is 39");
		assertThatIllegalArgumentException().isThrownBy(() -> new DecimalType(10, 11))
			.withMessage("scale must be 0 to 10 but is 11");
		assertThatIllegalArgumentException().isThrownBy(() -> DataTypes.createDecimalType(10, -1))
			.withMessage("scale must be 0 to 10 but is -1");
		assertThatIllegalArgumentException().isThrownBy(() -> new CharType(0))
			.withMessage("length must be at least 1 but is 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new VarcharType(-1))
			.withMessage("length must be at least 1 but is -1");
		assertThatIllegalArgumentException().isThrownBy(() -> new TimeType(7))
			.withMessage("precision must be 0 to 6 but is 7");
		assertThatIllegalArgumentException().isThrownBy(() -> new TimeType(-1))
			.withMessage("precision must be 0 to 6 but is -1");
		assertThatIllegalArgumentException().isThrownBy(() -> new StringType(" "))
			.withMessage("collation must not be blank");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new DayTimeIntervalType(DayTimeIntervalType.Unit.SECOND, DayTimeIntervalType.Unit.DAY))
			.withMessage("end must not be larger than start but is DAY after SECOND");
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> new YearMonthIntervalType(YearMonthIntervalType.Unit.MONTH, YearMonthIntervalType.Unit.YEAR))
			.withMessage("end must not be larger than start but is YEAR after MONTH");
	}

	@Test
	void visitsEveryTypeInItsOwnMethod() {
		List<String> visited = forms()
			.map((form) -> ((DataType) Objects.requireNonNull(form.get()[0])).accept(new KindOf()))
			.toList();
		assertThat(visited).doesNotContain("")
			.contains("simple", "string", "char", "varchar", "decimal", "time", "dayTime", "yearMonth", "array", "map",
					"struct", "udt", "geometry", "geography", "unparsed");
	}

	private static final class KindOf implements DataType.Visitor<String> {

		@Override
		public String visitSimple(SimpleType type) {
			return "simple";
		}

		@Override
		public String visitString(StringType type) {
			return "string";
		}

		@Override
		public String visitChar(CharType type) {
			return "char";
		}

		@Override
		public String visitVarchar(VarcharType type) {
			return "varchar";
		}

		@Override
		public String visitDecimal(DecimalType type) {
			return "decimal";
		}

		@Override
		public String visitTime(TimeType type) {
			return "time";
		}

		@Override
		public String visitDayTimeInterval(DayTimeIntervalType type) {
			return "dayTime";
		}

		@Override
		public String visitYearMonthInterval(YearMonthIntervalType type) {
			return "yearMonth";
		}

		@Override
		public String visitArray(ArrayType type) {
			return "array";
		}

		@Override
		public String visitMap(MapType type) {
			return "map";
		}

		@Override
		public String visitStruct(StructType type) {
			return "struct";
		}

		@Override
		public String visitUserDefined(UserDefinedType type) {
			return "udt";
		}

		@Override
		public String visitGeometry(GeometryType type) {
			return "geometry";
		}

		@Override
		public String visitGeography(GeographyType type) {
			return "geography";
		}

		@Override
		public String visitUnparsed(UnparsedType type) {
			return "unparsed";
		}

	}

}
