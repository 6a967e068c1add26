package io.sparkex.conformance;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

import io.sparkex.SparkSession;
import io.sparkex.errors.MappingException;
import io.sparkex.errors.RemoteException;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DecimalType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.types.VarcharType;

import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Numeric, string and binary types.
 */
final class PlainTypes {

	private static final String NINES = "9".repeat(38);

	private PlainTypes() {
	}

	static List<TypeConformance> lines() {
		return List.of(TypeConformance.of(DataTypes.NullType, Void.class),
				TypeConformance.of(DataTypes.BooleanType, Boolean.class)
					.with("`true`", true, "true")
					.with("`false`", false, "false"),
				TypeConformance.of(DataTypes.ByteType, Byte.class)
					.with("min", Byte.MIN_VALUE, "-128Y")
					.with("0", (byte) 0, "0Y")
					.with("max", Byte.MAX_VALUE, "127Y"),
				TypeConformance.of(DataTypes.ShortType, Short.class)
					.with("min", Short.MIN_VALUE, "-32768S")
					.with("0", (short) 0, "0S")
					.with("max", Short.MAX_VALUE, "32767S"),
				TypeConformance.of(DataTypes.IntegerType, Integer.class)
					.with("min", Integer.MIN_VALUE, "-2147483648")
					.with("0", 0, "0")
					.with("max", Integer.MAX_VALUE, "2147483647"),
				TypeConformance.of(DataTypes.LongType, Long.class)
					.with("min", Long.MIN_VALUE, "-9223372036854775808L")
					.with("0", 0L, "0L")
					.with("max", Long.MAX_VALUE, "9223372036854775807L"),
				floats(), doubles(),
				decimal(10, 2).with("min", new BigDecimal("-99999999.99"), cast("-99999999.99", 10, 2))
					.with("0.00", new BigDecimal("0.00"), cast("0", 10, 2))
					.with("max", new BigDecimal("99999999.99"), cast("99999999.99", 10, 2))
					.limit("A number with more digits than the type allows is rejected, never rounded.",
							PlainTypes::neverRounds),
				decimal(38, 0).with("min", new BigDecimal("-" + NINES), cast("-" + NINES, 38, 0))
					.with("0", BigDecimal.ZERO, cast("0", 38, 0))
					.with("max", new BigDecimal(NINES), cast(NINES, 38, 0)),
				decimal(38, 38).with("min", new BigDecimal("-0." + NINES), cast("-0." + NINES, 38, 38))
					.with("smallest positive", new BigDecimal("1E-38"), cast("1E-38", 38, 38))
					.with("max", new BigDecimal("0." + NINES), cast("0." + NINES, 38, 38)),
				text(new StringType(), "").limit("An unpaired surrogate, which UTF-8 cannot encode, is rejected.",
						PlainTypes::rejectsUnpairedSurrogates),
				text(new StringType("UTF8_LCASE"), " COLLATE UTF8_LCASE"), fixedText(), limitedText(), bytes());
	}

	private static TypeConformance floats() {
		return TypeConformance.of(DataTypes.FloatType, Float.class)
			.with("-infinity", Float.NEGATIVE_INFINITY, "float('-Infinity')")
			.with("min", -Float.MAX_VALUE, "float('-3.4028235E38')")
			.with("-0.0", -0.0f, "float('-0.0')")
			.with("0.0", 0.0f, "0F")
			.with("smallest positive", Float.MIN_VALUE, "float('1.4E-45')")
			.with("max", Float.MAX_VALUE, "float('3.4028235E38')")
			.with("infinity", Float.POSITIVE_INFINITY, "float('Infinity')")
			.with("NaN", Float.NaN, "float('NaN')");
	}

	private static TypeConformance doubles() {
		return TypeConformance.of(DataTypes.DoubleType, Double.class)
			.with("-infinity", Double.NEGATIVE_INFINITY, "double('-Infinity')")
			.with("min", -Double.MAX_VALUE, "double('-1.7976931348623157E308')")
			.with("-0.0", -0.0, "double('-0.0')")
			.with("0.0", 0.0, "0D")
			.with("smallest positive", Double.MIN_VALUE, "double('4.9E-324')")
			.with("max", Double.MAX_VALUE, "double('1.7976931348623157E308')")
			.with("infinity", Double.POSITIVE_INFINITY, "double('Infinity')")
			.with("NaN", Double.NaN, "double('NaN')");
	}

	private static TypeConformance decimal(int precision, int scale) {
		return TypeConformance.of(new DecimalType(precision, scale), BigDecimal.class);
	}

	private static String cast(String number, int precision, int scale) {
		return "CAST('" + number + "' AS DECIMAL(" + precision + ", " + scale + "))";
	}

	private static TypeConformance text(DataType type, String suffix) {
		return TypeConformance.of(type, String.class)
			.with("empty", "", "''" + suffix)
			.with("a space", " ", "' '" + suffix)
			.with("Unicode of 1 to 4 bytes", "Zażółć 日本 😀", "'Zażółć 日本 😀'" + suffix)
			.with("decomposed accents", "e\u0301", "'e\u0301'" + suffix)
			.with("U+0000", "a\u0000b", "'a\\0b'" + suffix)
			.with("100,000 characters", "x".repeat(100_000), "repeat('x', 100000)" + suffix);
	}

	private static TypeConformance fixedText() {
		return TypeConformance.of(new CharType(3), String.class)
			.with("padded", "a  ", "CAST('a' AS CHAR(3))")
			.with("Unicode", "źó😀", "CAST('źó😀' AS CHAR(3))")
			.notLocal()
			.noLiteral()
			.limit("Servers reject it in local data and treat a literal of it as `STRING`. SQL returns `STRING` instead"
					+ " unless `spark.sql.preserveCharVarcharTypeInfo` is true.",
					(spark) -> isNeverSent(spark, new CharType(3)));
	}

	private static TypeConformance limitedText() {
		return TypeConformance.of(new VarcharType(3), String.class)
			.with("empty", "", "CAST('' AS VARCHAR(3))")
			.with("Unicode", "źó😀", "CAST('źó😀' AS VARCHAR(3))")
			.notLocal()
			.noLiteral()
			.limit("As for `CHAR`.", (spark) -> isNeverSent(spark, new VarcharType(3)));
	}

	private static void isNeverSent(SparkSession spark, DataType type) {
		assertServerRefuses(spark, type, "abc", "UNSUPPORTED_CHAR_OR_VARCHAR_AS_STRING");
		assertThat(spark.range(1).select(lit("abc", type)).schema().field(0).dataType())
			.isEqualTo(DataTypes.StringType);
		spark.conf().set("spark.sql.preserveCharVarcharTypeInfo", false);
		assertThat(spark.sql("SELECT CAST('abc' AS " + type.sql() + ")").schema().field(0).dataType())
			.isEqualTo(DataTypes.StringType);
		spark.conf().set("spark.sql.preserveCharVarcharTypeInfo", true);
	}

	private static TypeConformance bytes() {
		return TypeConformance.of(DataTypes.BinaryType, byte[].class)
			.with("empty", new byte[0], "X''")
			.with("every kind of byte", new byte[] { 0, -1, 127, -128 }, "X'00FF7F80'")
			.with("100,000 bytes", new byte[100_000], "CAST(repeat('\\0', 100000) AS BINARY)");
	}

	private static void neverRounds(SparkSession spark) {
		for (String number : List.of("0.001", "100000000")) {
			assertRefused(spark, new DecimalType(10, 2), new BigDecimal(number));
		}
	}

	private static void rejectsUnpairedSurrogates(SparkSession spark) {
		assertRefused(spark, DataTypes.StringType, "a\uD83D");
		assertThatIllegalArgumentException().isThrownBy(() -> lit("a\uD83D")).withMessageContaining("a\\uD83D");
	}

	static void assertRefused(SparkSession spark, DataType type, Object value) {
		StructType schema = new StructType().add("c", type);
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> spark.createDataFrame(List.of(Collections.singletonList(value)), schema))
			.withMessageContaining("Row 0")
			.withMessageContaining("'c'");
	}

	static void assertServerRefuses(SparkSession spark, DataType type, Object value, String message) {
		StructType schema = new StructType().add("c", type);
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> spark.createDataFrame(List.of(Collections.singletonList(value)), schema).collect())
			.withMessageContaining(message);
	}

}
