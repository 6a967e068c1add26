package io.sparkex.internal.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.types.DataTypes;
import io.sparkex.types.TimeType;
import io.sparkex.types.VarcharType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Literal}.
 */
class LiteralTests {

	static Stream<Arguments> values() {
		return Stream.of(arguments(true, "boolean"), arguments((byte) -1, "tinyint"), arguments((short) 1, "smallint"),
				arguments(1, "int"), arguments(1L, "bigint"), arguments(1.5f, "float"), arguments(Double.NaN, "double"),
				arguments("", "string"), arguments(LocalDate.EPOCH, "date"), arguments(Instant.EPOCH, "timestamp"),
				arguments(LocalDateTime.of(1, 1, 1, 0, 0), "timestamp_ntz"),
				arguments(LocalTime.of(23, 59, 59, 999_999_000), "time(6)"),
				arguments(Duration.ofDays(-1), "interval day to second"),
				arguments(Period.of(1, -3, 0), "interval year to month"));
	}

	@ParameterizedTest
	@MethodSource("values")
	void infersTheTypeFromTheClass(Object value, String type) {
		assertThat(Literal.of(value).type().simpleString()).isEqualTo(type);
		assertThat(Literal.of(value).value()).isEqualTo(value);
	}

	@Test
	void acceptsNull() {
		assertThat(Literal.of(null)).isEqualTo(new Literal(null, io.sparkex.types.SimpleType.NULL));
	}

	@Test
	void convertsCharactersAndEnumsToText() {
		assertThat(Literal.of('ü')).isEqualTo(Literal.of("ü"));
		assertThat(Literal.of(DayOfWeek.MONDAY)).isEqualTo(Literal.of("MONDAY"));
		// An enum constant with a body has its own class.
		assertThat(Literal.of(Shape.ROUND)).isEqualTo(Literal.of("ROUND"));
	}

	@ParameterizedTest
	@CsvSource({ "0.00, 0.00, 'decimal(2,2)'", "0, 0, 'decimal(1,0)'", "-1.50, -1.50, 'decimal(3,2)'",
			"0.001, 0.001, 'decimal(3,3)'", "1E+3, 1000, 'decimal(4,0)'", "0E+1000, 0, 'decimal(1,0)'",
			"99999999999999999999999999999999999999, 99999999999999999999999999999999999999, 'decimal(38,0)'",
			"-0.00000000000000000000000000000000000001, -0.00000000000000000000000000000000000001, 'decimal(38,38)'",
			"1E+37, 10000000000000000000000000000000000000, 'decimal(38,0)'" })
	void keepsDecimalsExact(BigDecimal value, BigDecimal held, String type) {
		Literal literal = Literal.of(value);
		assertThat(literal.value()).isEqualTo(held);
		assertThat(literal.type().simpleString()).isEqualTo(type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999999999999999999999999999999999999", "1E+38",
			"0.000000000000000000000000000000000000001", "0E-39", "-1E+38" })
	void rejectsDecimalsOfMoreThan38Digits(BigDecimal value) {
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(value))
			.withMessageContaining(value.toString())
			.withMessageContaining("39 digits")
			.withMessageContaining("at most 38");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1E+100000000", "1E+1000000000", "1E+2147483647", "1E-2147483647" })
	@Timeout(value = 5, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void rejectsHugeExponentsWithoutExpandingThem(BigDecimal value) {
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(value)).withMessageContaining("at most 38");
	}

	@Test
	void convertsBigIntegersToDecimals() {
		assertThat(Literal.of(new BigInteger("12345678901234567890")).type().simpleString()).isEqualTo("decimal(20,0)");
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(BigInteger.TEN.pow(38)));
	}

	@Test
	void rejectsPeriodsWithDays() {
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(Period.of(1, 2, 3)))
			.withMessageContaining("P1Y2M3D")
			.withMessageContaining("use a Duration for the days");
	}

	@Test
	void reportsUnsupportedClasses() {
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(new Object()))
			.withMessageContaining("java.lang.Object")
			.withMessageContaining("byte[]");
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(Instant.EPOCH.atZone(ZoneOffset.UTC)))
			.withMessageContaining("java.time.ZonedDateTime");
	}

	@Test
	void copiesBytes() {
		byte[] bytes = { 1, 2 };
		Literal literal = Literal.of(bytes);
		bytes[0] = 9;
		ByteBuffer held = (ByteBuffer) Objects.requireNonNull(literal.value());
		assertThat(held.isReadOnly()).isTrue();
		assertThat(held).isEqualTo(ByteBuffer.wrap(new byte[] { 1, 2 }));
		assertThat(literal).isEqualTo(Literal.of(new byte[] { 1, 2 })).isNotEqualTo(Literal.of(bytes));
	}

	static Stream<Object> beyondRange() {
		return Stream.of(Instant.MAX, Instant.MIN, Instant.ofEpochSecond(9_223_372_036_854L, 775_808_000),
				Instant.ofEpochSecond(-9_223_372_036_855L, 224_191_999), LocalDateTime.MAX, LocalDateTime.MIN,
				LocalDate.MAX, LocalDate.MIN, Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE),
				Period.ofYears(Integer.MAX_VALUE), Period.of(Integer.MIN_VALUE, -1, 0));
	}

	@ParameterizedTest
	@MethodSource("beyondRange")
	void rejectsTimesOutOfRange(Object value) {
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(value))
			.withMessageContaining(value.toString())
			.withMessageContaining("out of range");
	}

	static Stream<Object> withinRange() {
		return Stream.of(Instant.ofEpochSecond(9_223_372_036_854L, 775_807_999),
				Instant.ofEpochSecond(-9_223_372_036_855L, 224_192_000), LocalDate.ofEpochDay(Integer.MAX_VALUE),
				LocalDate.ofEpochDay(Integer.MIN_VALUE), Duration.ofSeconds(9_223_372_036_854L, 775_807_999),
				Duration.ofSeconds(-9_223_372_036_855L, 224_192_000), Period.ofMonths(Integer.MAX_VALUE),
				Period.ofMonths(Integer.MIN_VALUE));
	}

	@ParameterizedTest
	@MethodSource("withinRange")
	void acceptsTheLimitsOfSpark(Object value) {
		assertThat(Literal.of(value).value()).isEqualTo(value);
	}

	enum Shape {

		ROUND {
		}

	}

	@Test
	void rejectsValuesThatDoNotFitTheType() {
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of("abcd", new VarcharType(3)))
			.withMessageContaining("varchar(3)");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Literal.of(LocalTime.of(1, 2, 3, 4_000_000), new TimeType(2)));
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(300, DataTypes.ByteType));
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(Map.of(1, "a", 1L, "b")))
			.withMessageContaining("Duplicate map key");
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(List.of(1, "a")))
			.withMessageContaining("int and string");
		List<Object> itself = new ArrayList<>();
		itself.add(itself);
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of(itself))
			.withMessageContaining("contain itself");
		assertThat(Literal.of(LocalTime.MAX).value()).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
		assertThat(Literal.of(5, DataTypes.LongType)).isEqualTo(Literal.of(5L));
	}

	@Test
	void rejectsUnpairedSurrogates() {
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of("a\uD83D")).withMessageContaining("a\\uD83D");
		assertThatIllegalArgumentException().isThrownBy(() -> Literal.of('\uDE00'));
		assertThat(Literal.of("😀").value()).isEqualTo("😀");
	}

}
