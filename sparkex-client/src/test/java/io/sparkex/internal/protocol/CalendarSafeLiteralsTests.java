package io.sparkex.internal.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CalendarSafeLiterals}.
 */
class CalendarSafeLiteralsTests {

	private static final LocalDate IN_GAP = LocalDate.of(1582, 10, 10);

	static List<Object> safe() {
		return List.of(1, "1582-10-10", LocalDate.of(1, 1, 1), LocalDate.of(1582, 10, 4), LocalDate.of(1582, 10, 15),
				LocalDate.ofEpochDay(Integer.MAX_VALUE), Instant.parse("1900-01-01T00:00:00Z"),
				LocalDateTime.of(1582, 10, 10, 0, 0), List.of(), List.of(LocalDate.EPOCH));
	}

	@ParameterizedTest
	@MethodSource("safe")
	void keepsLiteralsThatServersReadCorrectly(Object value) {
		assertThat(CalendarSafeLiterals.isMisread(Literal.of(value))).isFalse();
		CalendarSafeLiterals.requireReadable(Literal.of(value));
	}

	static List<Object> unsafe() {
		return List.of(LocalDate.of(1582, 10, 5), LocalDate.of(1582, 10, 14), LocalDate.ofEpochDay(Integer.MIN_VALUE),
				Instant.parse("1899-12-31T23:59:59.999999Z"), Instant.parse("1582-10-10T00:00:00Z"), List.of(IN_GAP),
				Map.of("k", List.of(IN_GAP)), Map.of(IN_GAP, 1));
	}

	@ParameterizedTest
	@MethodSource("unsafe")
	void convertsLiteralsThatServersMisread(Object value) {
		assertThat(CalendarSafeLiterals.isMisread(Literal.of(value))).isTrue();
	}

	/**
	 * A server whose time zone skipped a day misreads a literal of it as the next day.
	 */
	@Test
	void convertsDaysThatATimeZoneSkipped() {
		Set<LocalDate> days = ZoneId.getAvailableZoneIds()
			.stream()
			.flatMap((id) -> ZoneId.of(id).getRules().getTransitions().stream())
			.filter((jump) -> jump.getDuration().compareTo(Duration.ofDays(1)) >= 0)
			.map((jump) -> jump.getDateTimeBefore().minusNanos(1).toLocalDate().plusDays(1))
			.collect(Collectors.toSet());
		assertThat(days).contains(LocalDate.of(2011, 12, 30))
			.allSatisfy((day) -> assertThat(CalendarSafeLiterals.isMisread(Literal.of(day))).isTrue());
	}

	@Test
	void convertsToDaysAndMicroseconds() {
		assertThat(CalendarSafeLiterals.call(Literal.of(IN_GAP)))
			.isEqualTo(function("date_from_unix_date", Literal.of(-141_432)));
		assertThat(CalendarSafeLiterals.call(Literal.of(Instant.parse("1899-12-31T23:59:59.999999Z"))))
			.isEqualTo(function("timestamp_micros", Literal.of(-2_208_988_800_000_001L)));
	}

	@Test
	void castsConvertedPartsToTheOriginalType() {
		Literal array = Literal.of(Arrays.asList(IN_GAP, null));
		assertThat(CalendarSafeLiterals.call(array)).isEqualTo(new UnaryExpression.Cast(
				function("array", Literal.of(IN_GAP), new Literal(null, DataTypes.DateType)), array.type(), false));
		Literal map = Literal.of(Map.of("k", IN_GAP));
		assertThat(CalendarSafeLiterals.call(map)).isEqualTo(
				new UnaryExpression.Cast(function("map", Literal.of("k"), Literal.of(IN_GAP)), map.type(), false));
		StructType type = new StructType().add("a", DataTypes.DateType).add("b", new ArrayType(DataTypes.IntegerType));
		assertThat(CalendarSafeLiterals.call(Literal.of(Arrays.asList(IN_GAP, null), type)))
			.isEqualTo(new UnaryExpression.Cast(function("named_struct", Literal.of("a"), Literal.of(IN_GAP),
					Literal.of("b"), new Literal(null, new ArrayType(DataTypes.IntegerType))), type, false));
	}

	private static Expression function(String name, Expression... arguments) {
		return new Call.Function(name, List.of(arguments), false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1582-10-04T00:00:00Z", "1582-10-10T12:00:00Z", "1582-10-15T23:59:59.999999Z" })
	void rejectsMisreadLiteralsWhereOnlyLiteralsAreAllowed(Instant instant) {
		assertThatExceptionOfType(InvalidPlanException.class)
			.isThrownBy(() -> CalendarSafeLiterals.requireReadable(Literal.of(List.of(instant))))
			.withMessageContaining("1582-10");
	}

}
