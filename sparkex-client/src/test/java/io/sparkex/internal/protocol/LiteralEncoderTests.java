package io.sparkex.internal.protocol;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.proto.DataType;
import io.sparkex.internal.proto.Expression;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataTypes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiteralEncoder}.
 */
class LiteralEncoderTests {

	private static Expression.Literal encode(Object value) {
		return LiteralEncoder.encode(Literal.of(value), new ServerFeatures());
	}

	@ParameterizedTest
	@CsvSource({ "1970-01-01T00:00:00Z, 0", "1970-01-01T00:00:00.000000999Z, 0", "1970-01-01T00:00:00.000001Z, 1",
			"1969-12-31T23:59:59.999999Z, -1", "1969-12-31T23:59:59.999999999Z, -1",
			"1969-12-31T23:59:59.999998999Z, -2", "1969-12-31T23:59:58.500Z, -1500000",
			"0001-01-01T00:00:00Z, -62135596800000000", "+294247-01-10T04:00:54.775807999Z, 9223372036854775807",
			"-290308-12-21T19:59:05.224192Z, -9223372036854775808" })
	void roundsInstantsDownToMicroseconds(Instant instant, long micros) {
		assertThat(encode(instant).getTimestamp()).isEqualTo(micros);
	}

	@ParameterizedTest
	@CsvSource({ "1970-01-01T00:00, 0", "1969-12-31T23:59:59.999999999, -1",
			"2024-02-29T12:00:00.123456, 1709208000123456", "9999-12-31T23:59:59.999999, 253402300799999999" })
	void encodesDateTimesWithoutATimeZone(LocalDateTime dateTime, long micros) {
		assertThat(encode(dateTime).getTimestampNtz()).isEqualTo(micros);
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 0", "PT0.000001S, 1", "PT-0.000001S, -1", "PT-0.000000001S, -1", "P1DT1S, 86401000000",
			"PT-2562047788H-54.775808S, -9223372036854775808" })
	void encodesDurationsInMicroseconds(Duration duration, long micros) {
		assertThat(encode(duration).getDayTimeInterval()).isEqualTo(micros);
	}

	@ParameterizedTest
	@CsvSource({ "1970-01-01, 0", "1969-12-31, -1", "0001-01-01, -719162", "9999-12-31, 2932896" })
	void encodesDatesInDays(LocalDate date, int days) {
		assertThat(encode(date).getDate()).isEqualTo(days);
	}

	@ParameterizedTest
	@CsvSource({ "P0D, 0", "P1Y2M, 14", "P1Y-14M, -2", "P-1M, -1" })
	void encodesPeriodsInMonths(Period period, int months) {
		assertThat(encode(period).getYearMonthInterval()).isEqualTo(months);
	}

	@Test
	void encodesTimesInNanoseconds() {
		assertThat(encode(LocalTime.MAX).getTime().getNano()).isEqualTo(86_399_999_999_000L);
		assertThat(encode(LocalTime.MIDNIGHT).getTime().getPrecision()).isEqualTo(6);
	}

	@ParameterizedTest
	@CsvSource({ "0.00, 0.00, 2, 2", "1E+3, 1000, 4, 0", "1E-10, 0.0000000001, 10, 10", "-12.30, -12.30, 4, 2" })
	void encodesDecimalsWithoutExponent(BigDecimal value, String text, int precision, int scale) {
		Expression.Literal.Decimal decimal = encode(value).getDecimal();
		assertThat(decimal.getValue()).isEqualTo(text);
		assertThat(decimal.getPrecision()).isEqualTo(precision);
		assertThat(decimal.getScale()).isEqualTo(scale);
	}

	@Test
	void keepsSpecialNumbers() {
		assertThat(encode(-0.0).getDouble()).isEqualTo(-0.0);
		assertThat(Double.doubleToRawLongBits(encode(-0.0).getDouble())).isEqualTo(Long.MIN_VALUE);
		assertThat(encode(Double.NEGATIVE_INFINITY).getDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
		assertThat(encode(Float.NaN).getFloat()).isNaN();
		assertThat(encode(Byte.MIN_VALUE).getByte()).isEqualTo(-128);
		assertThat(encode(Short.MIN_VALUE).getShort()).isEqualTo(-32768);
	}

	@Test
	void encodesBytesRepeatedly() {
		Literal literal = Literal.of(new byte[] { 1, 2, 3 });
		((ByteBuffer) Objects.requireNonNull(literal.value())).duplicate().get();
		assertThat(LiteralEncoder.encode(literal, new ServerFeatures()).getBinary().toByteArray()).containsExactly(1, 2,
				3);
		assertThat(LiteralEncoder.encode(literal, new ServerFeatures()))
			.isEqualTo(LiteralEncoder.encode(literal, new ServerFeatures()));
		assertThat(encode(new byte[0]).hasBinary()).isTrue();
	}

	@Test
	void encodesNullWithItsType() {
		assertThat(LiteralEncoder.encode(new Literal(null, new ArrayType(DataTypes.LongType)), new ServerFeatures())
			.getNull()
			.getKindCase()).isEqualTo(DataType.KindCase.ARRAY);
		assertThat(encode("").getLiteralTypeCase()).isEqualTo(Expression.Literal.LiteralTypeCase.STRING);
	}

}
