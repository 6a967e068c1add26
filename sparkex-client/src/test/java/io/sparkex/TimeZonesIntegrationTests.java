package io.sparkex;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.internal.text.TimeText;

import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that times are exact in all session and JVM time zones.
 */
class TimeZonesIntegrationTests {

	private static final TimeZone ZONE_BEFORE = TimeZone.getDefault();

	private static final LocalDate LAST_JULIAN_DAY = LocalDate.of(1582, 10, 4);

	private static final LocalDate FIRST_GREGORIAN_DAY = LocalDate.of(1582, 10, 15);

	static Stream<Arguments> zones() {
		return Stream.of("America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe")
			.flatMap((session) -> Stream.of("UTC", "America/New_York", "Pacific/Apia")
				.map((jvm) -> Arguments.of(session, jvm)));
	}

	@AfterEach
	void restoreTheZone() {
		TimeZone.setDefault(ZONE_BEFORE);
	}

	private static SparkSession open(String sessionZone, String jvmZone) {
		TimeZone.setDefault(TimeZone.getTimeZone(jvmZone));
		return SparkSession.builder()
			.url(TestServer.get().url())
			.config("spark.sql.session.timeZone", sessionZone)
			.build();
	}

	/**
	 * Extremes, dates that differ between calendars, and times around daylight saving
	 * changes.
	 */
	private static List<Instant> instants(ZoneId zone) {
		List<Instant> instants = new ArrayList<>(Stream
			.of("-290308-12-21T19:59:05.224192Z", "-0001-03-15T12:00:00Z", "0001-01-01T00:00:00Z",
					"1582-10-04T23:59:59.999999Z", "1582-10-05T00:00:00Z", "1582-10-10T12:34:56.123456Z",
					"1582-10-15T00:00:00Z", "1883-11-18T16:59:00Z", "1892-07-04T05:00:00Z",
					"1899-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z",
					"2011-12-30T10:00:00Z", "9999-12-31T23:59:59.999999Z", "+10000-01-01T00:00:00Z",
					"+294247-01-10T04:00:54.775807Z")
			.map(Instant::parse)
			.toList());
		Instant time = Instant.parse("2005-01-01T00:00:00Z");
		for (int i = 0; i < 20; i++) {
			ZoneOffsetTransition jump = zone.getRules().nextTransition(time);
			if (jump == null) {
				break;
			}
			time = jump.getInstant();
			instants.add(time.minus(1, ChronoUnit.MICROS));
			instants.add(time);
			instants.add(time.plusSeconds(1_800));
		}
		return instants;
	}

	record Moment(Instant at, LocalDateTime local, LocalDate day) {

		static Moment of(Instant at) {
			LocalDateTime local = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
			return new Moment(at, local, local.toLocalDate());
		}

	}

	@ParameterizedTest(name = "session in {0}, JVM in {1}")
	@MethodSource("zones")
	void returnsSentTimesInEachTimeZone(String sessionZone, String jvmZone) {
		List<Moment> moments = instants(ZoneId.of(sessionZone)).stream().map(Moment::of).toList();
		try (SparkSession spark = open(sessionZone, jvmZone)) {
			DataFrame df = spark.createDataFrame(moments);
			assertThat(df.as(Moment.class).collect()).isEqualTo(moments);
			Column[] literals = moments.stream()
				.flatMap((moment) -> Stream.of(lit(moment.at()), lit(moment.local()), lit(moment.day())))
				.toArray(Column[]::new);
			Row row = spark.range(1).select(literals).single();
			for (int i = 0; i < moments.size(); i++) {
				Moment moment = moments.get(i);
				assertThat(new Moment(Objects.requireNonNull(row.getInstant(3 * i)),
						Objects.requireNonNull(row.getLocalDateTime(3 * i + 1)),
						Objects.requireNonNull(row.getLocalDate(3 * i + 2))))
					.isEqualTo(moment);
				assertThat(Objects.requireNonNull(row.getTimestamp(3 * i)).toInstant()).isEqualTo(moment.at());
				assertSameDay(row.getDate(3 * i + 2), moment.day());
			}
			assertThat(Row.of(row.schema(), values(row)).json()).isEqualTo(row.json())
				.contains("\"1582-10-10 12:34:56.123456\"");
		}
	}

	private static Object[] values(Row row) {
		Object[] values = new Object[row.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = Objects.requireNonNull(row.get(i));
		}
		return values;
	}

	/**
	 * The legacy classes cannot represent days that their calendar or the JVM time zone
	 * skips, and years before 1.
	 */
	private static void assertSameDay(@Nullable Date date, LocalDate day) {
		boolean inGap = day.isAfter(LAST_JULIAN_DAY) && day.isBefore(FIRST_GREGORIAN_DAY);
		boolean leftOut = !day.atStartOfDay(ZoneId.systemDefault()).toLocalDate().equals(day);
		if (!inGap && !leftOut && day.getYear() > 0) {
			assertThat(Objects.requireNonNull(date).toLocalDate()).isEqualTo(day);
		}
	}

	@ParameterizedTest(name = "session in {0}, JVM in {1}")
	@MethodSource("zones")
	void convertsSessionTimeLikeJava(String sessionZone, String jvmZone) {
		ZoneId zone = ZoneId.of(sessionZone);
		List<Instant> instants = instants(zone).stream().filter(TimeZonesIntegrationTests::hasFourDigits).toList();
		List<LocalDateTime> clocks = instants.stream()
			.flatMap((instant) -> Stream.of(LocalDateTime.ofInstant(instant, zone),
					LocalDateTime.ofInstant(instant, zone).plusMinutes(45),
					LocalDateTime.ofInstant(instant, zone).minusMinutes(15)))
			.toList();
		List<Instant> expected = clocks.stream().map((clock) -> clock.atZone(zone).toInstant()).toList();
		try (SparkSession spark = open(sessionZone, jvmZone)) {
			String[] sql = clocks.stream()
				.map((clock) -> "TIMESTAMP'" + TimeText.of(clock) + "'")
				.toArray(String[]::new);
			Row row = spark.range(1).selectExpr(sql).single();
			assertThat(List.of(values(row))).isEqualTo(expected);
			List<Instant> cast = spark.createDataFrame(clocks, LocalDateTime.class)
				.selectExpr("CAST(value AS TIMESTAMP)")
				.as(Instant.class)
				.collect();
			assertThat(cast).isEqualTo(expected);
			List<String> texts = spark.createDataFrame(instants, Instant.class)
				.selectExpr("CAST(value AS STRING)")
				.as(String.class)
				.collect();
			assertThat(texts)
				.isEqualTo(instants.stream().map((at) -> TimeText.of(LocalDateTime.ofInstant(at, zone))).toList());
		}
	}

	private static boolean hasFourDigits(Instant instant) {
		int year = instant.atOffset(ZoneOffset.UTC).getYear();
		return year > 1 && year < 9999;
	}

}
