package io.sparkex;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.errors.MappingException;
import io.sparkex.errors.ResultLimitException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link LocalFrame}.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalFrameIntegrationTests {

	@TestSession
	private static SparkSession spark;

	private static LocalFrame trips;

	private record Trip(int id, @Nullable String city, @Nullable Double fare) {
	}

	@BeforeAll
	static void prepare() {
		// Two partitions, so that there are several batches.
		trips = spark
			.sql("SELECT /*+ REPARTITION(2) */ * FROM VALUES (1, 'Kraków', 2.5D, DATE'2024-01-01'),"
					+ " (2, NULL, NULL, NULL), (3, '東京', 0.5D, DATE'1500-01-01'), (4, '<b>&', 9D, DATE'2024-01-02')"
					+ " AS t(id, city, fare, day)")
			.toLocal()
			.sort("id");
	}

	@Test
	void readsColumns() {
		assertThat(trips.size()).isEqualTo(4);
		assertThat(trips.isEmpty()).isFalse();
		assertThat(trips.isTruncated()).isFalse();
		assertThat(trips.column("id").toLongs()).containsExactly(1, 2, 3, 4);
		assertThat(trips.column(0).toDoubles()).containsExactly(1, 2, 3, 4);
		assertThat(trips.column("city").<String>toList()).isEqualTo(Arrays.asList("Kraków", null, "東京", "<b>&"));
		assertThat(trips.column("day").get(2)).isEqualTo(LocalDate.of(1500, 1, 1));
		LocalColumn fare = trips.column("fare");
		assertThat(fare.name()).isEqualTo("fare");
		assertThat(fare.isNull(1)).isTrue();
		assertThat(fare.getDouble(3)).isEqualTo(9);
		assertThat(fare).hasToString("LocalColumn[fare: double, 4 rows]");
		assertThat(trips.column("city").getString(0)).isEqualTo("Kraków");
		assertThatNullPointerException().isThrownBy(fare::toDoubles)
			.withMessageContaining("Row 1 of the column 'fare'");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> fare.getInt(0));
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> fare.get(4))
			.withMessage("There is no row 4 among 4");
		assertThatIllegalArgumentException().isThrownBy(() -> trips.column("nowhere")).withMessageContaining("nowhere");
	}

	@Test
	void readsRowsAndObjects() {
		assertThat(trips.rows()).hasSize(4);
		assertThat(trips.row(2).getString("city")).isEqualTo("東京");
		assertThat(trips).extracting((row) -> row.getInt("id")).containsExactly(1, 2, 3, 4);
		assertThat(trips.as(Trip.class)).containsExactly(new Trip(1, "Kraków", 2.5), new Trip(2, null, null),
				new Trip(3, "東京", 0.5), new Trip(4, "<b>&", 9D));
	}

	@Test
	void filtersSortsAndSelects() {
		assertThat(trips.filter((row) -> !row.isNullAt("fare")).sort("fare").column("id").toLongs()).containsExactly(3,
				1, 4);
		assertThat(trips.sort("city").column("id").toLongs()).containsExactly(2, 4, 1, 3);
		assertThat(trips.sort(Comparator.comparingInt((Row row) -> -row.getInt("id"))).head(2).column("id").toLongs())
			.containsExactly(4, 3);
		assertThat(trips.tail(1).row(0).getInt("id")).isEqualTo(4);
		assertThat(trips.head(0).isEmpty()).isTrue();
		assertThat(trips.head(99).tail(99).size()).isEqualTo(4);
		LocalFrame selected = trips.select("day", "id");
		assertThat(selected.schema().fieldNames()).containsExactly("day", "id");
		assertThat(selected.head(1).row(0)).hasToString("Row(day=2024-01-01, id=1)");
		assertThat(selected.select().size()).isEqualTo(4);
		assertThat(trips.column("id").toLongs()).containsExactly(1, 2, 3, 4);
		assertThatIllegalArgumentException().isThrownBy(() -> trips.head(-1)).withMessageContaining("rows");
		assertThatIllegalArgumentException().isThrownBy(() -> trips.select("nowhere")).withMessageContaining("nowhere");
		LocalFrame nested = spark.sql("SELECT * FROM VALUES (array(1)), (array(0)) AS t(a)").toLocal();
		assertThatIllegalArgumentException().isThrownBy(() -> nested.sort("a")).withMessageContaining("'a'");
		assertThat(spark.sql("SELECT * FROM VALUES ('\uFF21'), ('\uD83D\uDE00'), ('ab'), ('a') AS t(a)")
			.toLocal()
			.sort("a")
			.column("a")
			.<String>toList()).containsExactly("a", "ab", "\uFF21", "\uD83D\uDE00");
		assertThat(spark.sql("SELECT * FROM VALUES (INTERVAL '2' YEAR), (INTERVAL '13' MONTH) AS t(p)")
			.toLocal()
			.sort("p")
			.column("p")
			.<Period>toList()).containsExactly(Period.of(1, 1, 0), Period.ofYears(2));
		assertThatIllegalArgumentException().isThrownBy(() -> trips.toText(1, 3)).withMessageContaining("width");
	}

	@Test
	void formatsTables() {
		assertThat(trips).hasToString("""
				+--+------+----+----------+
				|id|city  |fare|day       |
				+--+------+----+----------+
				|1 |Kraków|2.5 |2024-01-01|
				|2 |NULL  |NULL|NULL      |
				|3 |東京  |0.5 |1500-01-01|
				|4 |<b>&  |9.0 |2024-01-02|
				+--+------+----+----------+
				""");
		assertThat(trips.select("city").toText(1, 5)).isEqualTo("""
				+-----+
				|city |
				+-----+
				|Kr...|
				+-----+
				the first 1 of 4 rows
				""");
		assertThat(trips.select("id", "city").tail(1).toHtml(10)).isEqualTo("""
				<table>
				<thead><tr><th>id</th><th>city</th></tr></thead>
				<tbody>
				<tr><td>4</td><td>&lt;b&gt;&amp;</td></tr>
				</tbody>
				</table>
				""");
		assertThat(spark.sql("SELECT 'a\nb' AS x WHERE false").toLocal()).hasToString("+-+\n|x|\n+-+\n+-+\n");
		assertThat(spark.sql("SELECT 'a\nb\u0001' AS x").toLocal().toString()).contains("|a\\nb\\u0001|");
	}

	@Test
	void rejectsResultsAboveLimits() {
		DataFrame large = spark.range(10_001);
		assertThatExceptionOfType(ResultLimitException.class).isThrownBy(large::toLocal)
			.withMessageContaining("10000 that maxRows allows");
		assertThat(large.toLocal(LocalLimits.defaults().withMaxRows(10_001)).size()).isEqualTo(10_001);
		assertThatExceptionOfType(ResultLimitException.class)
			.isThrownBy(() -> spark.range(1_000).toLocal(LocalLimits.defaults().withMaxBytes(100)))
			.withMessageContaining("maxBytes");
		assertThatIllegalArgumentException().isThrownBy(() -> LocalLimits.defaults().withMaxRows(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> LocalLimits.defaults().withMaxBytes(-1));
	}

	@Test
	void marksTruncatedResults() {
		LocalFrame cut = spark.range(0, 100_000, 1, 4).toLocal(LocalLimits.defaults().withMaxRows(25_010).truncating());
		assertThat(cut.isTruncated()).isTrue();
		assertThat(cut.size()).isEqualTo(25_010);
		assertThat(cut.row(25_009).getLong(0)).isEqualTo(25_009);
		assertThat(cut.head(1).isTruncated()).isTrue();
		assertThat(cut.head(1).toString()).endsWith("+\nthe result had more rows than were taken\n");
		assertThat(cut.head(1).toHtml(1)).contains("<caption>the result had more rows than were taken</caption>");
		LocalFrame whole = spark.range(10).toLocal(LocalLimits.defaults().withMaxRows(10).truncating());
		assertThat(whole.isTruncated()).isFalse();
		assertThat(whole.size()).isEqualTo(10);
		LocalFrame none = spark.range(10).toLocal(LocalLimits.defaults().withMaxBytes(10).truncating());
		assertThat(none.isTruncated()).isTrue();
		assertThat(none.isEmpty()).isTrue();
		assertThat(spark.range(1).toLocal(LocalLimits.defaults().withMaxRows(0).truncating()).isTruncated()).isTrue();
	}

}
