package io.sparkex;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.sparkex.annotation.ColumnName;
import io.sparkex.annotation.ConvertWith;
import io.sparkex.annotation.SnakeCase;
import io.sparkex.annotation.ValueConverter;

import static io.sparkex.Functions.col;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/records.md.
 */
@SuppressWarnings("StringSplitter")
class RecordsPageIntegrationTests {

	private static final String QUERY = "SELECT * FROM rides ORDER BY id";

	@TestSession
	private static SparkSession spark;

	record Stop(String street, Optional<Integer> number) {
	}

	record Ride(long id, BigDecimal fare, Stop pickUp, List<Stop> stops, Map<String, Double> ratings, Set<Kind> kinds) {
	}

	enum Kind {

		SHARED, NIGHT

	}

	record Station(@ColumnName("Stadt") String city, @ColumnName("lat_deg") double latitude) {
	}

	@SnakeCase
	record Trip(String pickUp, int seatCount) {
	}

	record Money(BigDecimal amount, Currency currency) {
	}

	static final class MoneyConverter implements ValueConverter<String, Money> {

		@Override
		public Money read(String value) {
			String[] parts = value.split(" ");
			return new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
		}

		@Override
		public String write(Money value) {
			return value.amount().toPlainString() + " " + value.currency();
		}

	}

	record Invoice(int id, @ConvertWith(MoneyConverter.class) @Nullable Money total) {
	}

	@BeforeAll
	static void prepare() {
		spark
			.sql("SELECT CAST(id AS INT) AS id, 10.50BD + id AS fare, struct('Long' AS street, 3 AS number) AS pick_up,"
					+ " array(struct('Wide' AS street, CAST(NULL AS INT) AS number)) AS stops, map('driver', 4.5D) AS ratings,"
					+ " array('SHARED', 'NIGHT') AS kinds, 'more' AS remark FROM range(2)")
			.createOrReplaceTempView("rides");
	}

	@Test
	void readsRecords() {
		List<Ride> rides = spark.sql(QUERY).as(Ride.class).collect();
		assertThat(rides).hasSize(2)
			.first()
			.isEqualTo(new Ride(0, new BigDecimal("10.50"), new Stop("Long", Optional.of(3)),
					List.of(new Stop("Wide", Optional.empty())), Map.of("driver", 4.5),
					Set.of(Kind.SHARED, Kind.NIGHT)));
		List<Long> ids = spark.sql("SELECT id FROM rides").as(Long.class).collect();
		Map<?, ?> ride = spark.sql(QUERY).as(Map.class).first();
		assertThat(ids).containsExactlyInAnyOrder(0L, 1L);
		assertThat(ride.get("remark")).isEqualTo("more");
	}

	@Test
	void renamesColumns() {
		List<Station> stations = List.of(new Station("Łódź", 51.8), new Station("Kraków", 50.1));
		DataFrame frame = spark.createDataFrame(stations);
		assertThat(frame.columns()).containsExactly("Stadt", "lat_deg");
		assertThat(frame.as(Station.class).collect()).isEqualTo(stations);
		assertThat(frame.where(col(Station::latitude).gt(51)).as(Station.class).single().city()).isEqualTo("Łódź");
		DataFrame trips = spark.createDataFrame(List.of(new Trip("Long", 4)));
		assertThat(trips.columns()).containsExactly("pick_up", "seat_count");
		assertThat(trips.select(col(Trip::seatCount)).as(Integer.class).single()).isEqualTo(4);
		assertThat(trips.as(Trip.class).single()).isEqualTo(new Trip("Long", 4));
	}

	@Test
	void convertsValues() {
		Money money = new Money(new BigDecimal("12.30"), Currency.getInstance("PLN"));
		List<Invoice> invoices = List.of(new Invoice(1, money), new Invoice(2, null));
		DataFrame frame = spark.createDataFrame(invoices);
		assertThat(frame.select("total").as(String.class).collect()).containsExactly("12.30 PLN", null);
		assertThat(frame.as(Invoice.class).collect()).isEqualTo(invoices);
	}

}
