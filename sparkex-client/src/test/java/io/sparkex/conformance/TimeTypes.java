package io.sparkex.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.sparkex.SparkSession;
import io.sparkex.errors.InvalidPlanException;
import io.sparkex.errors.RemoteException;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.TimeType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;

import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Date, time and interval types. The session time zone is UTC.
 */
final class TimeTypes {

	private static final Instant MIN_INSTANT = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);

	private static final Instant MAX_INSTANT = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);

	private static final String MIN_TIMESTAMP = "timestamp_micros(-9223372036854775808L)";

	private static final String MAX_TIMESTAMP = "timestamp_micros(9223372036854775807L)";

	/**
	 * Larger values overflow the nanoseconds of Arrow.
	 */
	private static final long MOST_MICROS_OF_CALENDAR = Long.MAX_VALUE / 1_000;

	private TimeTypes() {
	}

	static List<TypeConformance> lines() {
		return List.of(dates(), timestamps(), localTimestamps(), times(), dayTimeIntervals(), yearMonthIntervals(),
				calendarIntervals());
	}

	private static TypeConformance dates() {
		return TypeConformance.of(DataTypes.DateType, LocalDate.class)
			.with("min, `-5877641-06-23`", LocalDate.ofEpochDay(Integer.MIN_VALUE), "date_from_unix_date(-2147483648)")
			.with("year 0", LocalDate.of(0, 2, 29), "DATE'0000-02-29'")
			.with("`0001-01-01`", LocalDate.of(1, 1, 1), "DATE'0001-01-01'")
			.with("`1582-10-04`", LocalDate.of(1582, 10, 4), "DATE'1582-10-04'")
			.with("`1582-10-10`, which only the proleptic calendar has", LocalDate.of(1582, 10, 10), "DATE'1582-10-10'")
			.with("`1969-12-31`", LocalDate.of(1969, 12, 31), "DATE'1969-12-31'")
			.with("`9999-12-31`", LocalDate.of(9999, 12, 31), "DATE'9999-12-31'")
			.with("`+10000-01-01`", LocalDate.of(10_000, 1, 1), "DATE'+10000-01-01'")
			.with("max, `+5881580-07-11`", LocalDate.ofEpochDay(Integer.MAX_VALUE), "date_from_unix_date(2147483647)")
			.limit("A day outside this range is rejected.", TimeTypes::rejectsDatesOutOfRange)
			.limit("As an argument of `sql(..)`, which must be a literal, a day from 1582-10-05 to 1582-10-14 is"
					+ " rejected: servers would read it as another day.", TimeTypes::rejectsArgumentsInCalendarGap);
	}

	private static void rejectsDatesOutOfRange(SparkSession spark) {
		for (LocalDate day : List.of(LocalDate.MIN, LocalDate.ofEpochDay(Integer.MIN_VALUE - 1L),
				LocalDate.ofEpochDay(Integer.MAX_VALUE + 1L), LocalDate.MAX)) {
			PlainTypes.assertRefused(spark, DataTypes.DateType, day);
		}
	}

	private static void rejectsArgumentsInCalendarGap(SparkSession spark) {
		assertThatExceptionOfType(InvalidPlanException.class)
			.isThrownBy(() -> spark.sql("SELECT ?", new Object[] { LocalDate.of(1582, 10, 10) }).collect())
			.withMessageContaining("1582-10-10");
		assertThat(spark.sql("SELECT CAST(? AS DATE)", new Object[] { "1582-10-10" }).as(LocalDate.class).single())
			.isEqualTo("1582-10-10");
		assertThat(spark.sql("SELECT ?", new Object[] { LocalDate.of(1, 1, 1) }).as(LocalDate.class).single())
			.isEqualTo("0001-01-01");
	}

	private static TypeConformance timestamps() {
		return TypeConformance.of(DataTypes.TimestampType, Instant.class)
			.with("min, `-290308-12-21T19:59:05.224192Z`", MIN_INSTANT, MIN_TIMESTAMP)
			.with("`0001-01-01T00:00:00Z`", Instant.parse("0001-01-01T00:00:00Z"), "TIMESTAMP'0001-01-01 00:00:00Z'")
			.with("`1582-10-10T12:00:00Z`", Instant.parse("1582-10-10T12:00:00Z"), "TIMESTAMP'1582-10-10 12:00:00Z'")
			.with("the microsecond before 1970", Instant.parse("1969-12-31T23:59:59.999999Z"),
					"TIMESTAMP'1969-12-31 23:59:59.999999Z'")
			.with("`9999-12-31T23:59:59.999999Z`", Instant.parse("9999-12-31T23:59:59.999999Z"),
					"TIMESTAMP'9999-12-31 23:59:59.999999Z'")
			.with("`+10000-01-01T00:00:00Z`", Instant.parse("+10000-01-01T00:00:00Z"),
					"TIMESTAMP'+10000-01-01 00:00:00Z'")
			.with("max, `+294247-01-10T04:00:54.775807Z`", MAX_INSTANT, MAX_TIMESTAMP)
			.limit("Truncated to microseconds, towards the past; an instant outside this range is rejected. As an"
					+ " argument of `sql(..)`, the same days are rejected as for `DATE`.",
					TimeTypes::keepsMicrosOfInstants);
	}

	private static void keepsMicrosOfInstants(SparkSession spark) {
		assertThat(spark
			.createDataFrame(List.of(Instant.ofEpochSecond(0, 1_999), Instant.ofEpochSecond(0, -1)), Instant.class)
			.as(Instant.class)
			.collect()).containsExactly(Instant.ofEpochSecond(0, 1_000), Instant.ofEpochSecond(0, -1_000));
		for (Instant instant : List.of(Instant.MIN, MIN_INSTANT.minusNanos(1), MAX_INSTANT.plusNanos(1_000),
				Instant.MAX)) {
			PlainTypes.assertRefused(spark, DataTypes.TimestampType, instant);
		}
	}

	private static TypeConformance localTimestamps() {
		return TypeConformance.of(DataTypes.TimestampNTZType, LocalDateTime.class)
			.with("min", MIN_INSTANT.atOffset(ZoneOffset.UTC).toLocalDateTime(),
					"CAST(" + MIN_TIMESTAMP + " AS TIMESTAMP_NTZ)")
			.with("`0001-01-01T00:00`", LocalDateTime.of(1, 1, 1, 0, 0), "TIMESTAMP_NTZ'0001-01-01 00:00:00'")
			.with("`1582-10-10T12:00`", LocalDateTime.of(1582, 10, 10, 12, 0), "TIMESTAMP_NTZ'1582-10-10 12:00:00'")
			.with("the microsecond before 1970", LocalDateTime.parse("1969-12-31T23:59:59.999999"),
					"TIMESTAMP_NTZ'1969-12-31 23:59:59.999999'")
			.with("`9999-12-31T23:59:59.999999`", LocalDateTime.parse("9999-12-31T23:59:59.999999"),
					"TIMESTAMP_NTZ'9999-12-31 23:59:59.999999'")
			.with("`+10000-01-01T00:00`", LocalDateTime.of(10_000, 1, 1, 0, 0), "TIMESTAMP_NTZ'+10000-01-01 00:00:00'")
			.with("max", MAX_INSTANT.atOffset(ZoneOffset.UTC).toLocalDateTime(),
					"CAST(" + MAX_TIMESTAMP + " AS TIMESTAMP_NTZ)")
			.limit("As for `TIMESTAMP`.", (spark) -> List.of(LocalDateTime.MIN, LocalDateTime.MAX)
				.forEach((time) -> PlainTypes.assertRefused(spark, DataTypes.TimestampNTZType, time)));
	}

	private static TypeConformance times() {
		return TypeConformance.of(new TimeType(6), LocalTime.class)
			.with("`00:00`", LocalTime.MIDNIGHT, "TIME'00:00:00'")
			.with("`12:34:56.789`", LocalTime.parse("12:34:56.789"), "TIME'12:34:56.789'")
			.with("max, `23:59:59.999999`", LocalTime.parse("23:59:59.999999"), "TIME'23:59:59.999999'")
			.limit("Requires Spark 4.1; tested with `spark.sql.timeType.enabled=true`. Digits beyond the precision are"
					+ " truncated, but `lit(value, type)` rejects them.", TimeTypes::cutsDigitsOfTimes);
	}

	private static void cutsDigitsOfTimes(SparkSession spark) {
		assertThat(spark.createDataFrame(List.of(List.of(LocalTime.parse("23:59:59.999999999"))), "t TIME(3)")
			.as(LocalTime.class)
			.single()).isEqualTo("23:59:59.999");
		LocalTime time = LocalTime.parse("23:59:59.999999999");
		assertThat(spark.range(1).select(lit(time)).as(LocalTime.class).single()).isEqualTo("23:59:59.999999");
		assertThatIllegalArgumentException().isThrownBy(() -> lit(time, new TimeType(3)));
	}

	private static TypeConformance dayTimeIntervals() {
		return TypeConformance
			.of(new DayTimeIntervalType(DayTimeIntervalType.Unit.DAY, DayTimeIntervalType.Unit.SECOND), Duration.class)
			.with("min", Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS),
					"INTERVAL '-106751991 04:00:54.775808' DAY TO SECOND")
			.with("-1 microsecond", Duration.ofNanos(-1_000), "INTERVAL '-0 00:00:00.000001' DAY TO SECOND")
			.with("0", Duration.ZERO, "INTERVAL '0 00:00:00' DAY TO SECOND")
			.with("max", Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS),
					"INTERVAL '106751991 04:00:54.775807' DAY TO SECOND")
			.limit("Truncated to microseconds, rounding down.", TimeTypes::keepsMicrosOfDurations);
	}

	private static void keepsMicrosOfDurations(SparkSession spark) {
		assertThat(spark.createDataFrame(List.of(Duration.ofNanos(1_999), Duration.ofNanos(-1)), Duration.class)
			.as(Duration.class)
			.collect()).containsExactly(Duration.ofNanos(1_000), Duration.ofNanos(-1_000));
	}

	private static TypeConformance yearMonthIntervals() {
		return TypeConformance
			.of(new YearMonthIntervalType(YearMonthIntervalType.Unit.YEAR, YearMonthIntervalType.Unit.MONTH),
					Period.class)
			.with("min", Period.ofMonths(Integer.MIN_VALUE).normalized(), "INTERVAL '-178956970-8' YEAR TO MONTH")
			.with("0", Period.ZERO, "INTERVAL '0-0' YEAR TO MONTH")
			.with("max", Period.ofMonths(Integer.MAX_VALUE).normalized(), "INTERVAL '178956970-7' YEAR TO MONTH")
			.limit("The months of a `Period` come back normalized, below twelve; a `Period` with days is rejected.",
					TimeTypes::normalizesPeriods);
	}

	private static void normalizesPeriods(SparkSession spark) {
		assertThat(spark.createDataFrame(List.of(Period.ofMonths(14)), Period.class).as(Period.class).single())
			.isEqualTo(Period.of(1, 2, 0));
		PlainTypes.assertRefused(spark,
				new YearMonthIntervalType(YearMonthIntervalType.Unit.YEAR, YearMonthIntervalType.Unit.MONTH),
				Period.ofDays(1));
	}

	private static TypeConformance calendarIntervals() {
		return TypeConformance.of(DataTypes.CalendarIntervalType, CalendarInterval.class)
			.with("0", new CalendarInterval(0, 0, 0), "make_interval(0)")
			.with("mixed signs", new CalendarInterval(-14, 3, -7), "make_interval(-1, -2, 0, 3, 0, 0, -0.000007)")
			.with("min months and days", new CalendarInterval(Integer.MIN_VALUE, Integer.MIN_VALUE, 0),
					"make_interval(0, -2147483648, 0, -2147483648)")
			.with("max months and days", new CalendarInterval(Integer.MAX_VALUE, Integer.MAX_VALUE, 0),
					"make_interval(0, 2147483647, 0, 2147483647)")
			.with("about 292 years of microseconds", new CalendarInterval(0, 0, MOST_MICROS_OF_CALENDAR),
					"make_interval(0, 0, 0, 0, 0, 0, 9223372036.854775)")
			.with("about -292 years of microseconds", new CalendarInterval(0, 0, -MOST_MICROS_OF_CALENDAR),
					"make_interval(0, 0, 0, 0, 0, 0, -9223372036.854775)")
			.limit("Arrow counts nanoseconds, so a microsecond part above about 292 years cannot be sent in either"
					+ " direction; the server fails to send it.", TimeTypes::refusesManyMicros);
	}

	private static void refusesManyMicros(SparkSession spark) {
		PlainTypes.assertRefused(spark, DataTypes.CalendarIntervalType,
				new CalendarInterval(0, 0, MOST_MICROS_OF_CALENDAR + 1));
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> spark.sql("SELECT make_interval(0, 0, 0, 0, 0, 0, 9223372036.854776)").collect())
			.withMessageContaining("overflow");
	}

}
