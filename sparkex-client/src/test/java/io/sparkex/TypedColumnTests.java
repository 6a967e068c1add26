package io.sparkex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.sparkex.Functions.array_contains;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lag;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.when;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TypedColumn} and its subclasses. The assignments verify the static
 * types of columns.
 */
class TypedColumnTests {

	@Test
	void createsTextColumnsOfOptionalText() {
		List<TextColumn> columns = List.of(col(Anything::text), col(Anything::nullable), col(Anything::optionalText));
		assertThat(columns).hasToString("[" + col("text") + ", " + col("nullable") + ", " + col("optionalText") + "]");
	}

	@Test
	void createsNumericColumnsOfAllNumberClasses() {
		List<NumericColumn> columns = List.of(col(Anything::primitiveByte), col(Anything::boxedByte),
				col(Anything::primitiveShort), col(Anything::boxedShort), col(Anything::primitiveInt),
				col(Anything::boxedInt), col(Anything::primitiveLong), col(Anything::boxedLong),
				col(Anything::primitiveFloat), col(Anything::boxedFloat), col(Anything::primitiveDouble),
				col(Anything::boxedDouble), col(Anything::decimal), col(Anything::integer),
				col(Anything::optionalNumber));
		assertThat(columns).extracting(NumericColumn::toColumn)
			.containsExactly(col("primitiveByte"), col("boxedByte"), col("primitiveShort"), col("boxedShort"),
					col("primitiveInt"), col("boxedInt"), col("primitiveLong"), col("boxedLong"), col("primitiveFloat"),
					col("boxedFloat"), col("primitiveDouble"), col("boxedDouble"), col("decimal"), col("integer"),
					col("optionalNumber"));
	}

	@Test
	void usesBooleanColumnsAsConditions() {
		List<BooleanColumn> columns = List.of(col(Anything::primitiveBoolean), col(Anything::boxedBoolean),
				col(Anything::optionalBoolean));
		assertThat(columns).extracting(BooleanColumn::toColumn)
			.containsExactly(col("primitiveBoolean"), col("boxedBoolean"), col("optionalBoolean"));
	}

	@Test
	void createsValueColumnsOfEnums() {
		List<ValueColumn<DayOfWeek>> columns = List.of(col(Anything::constant), col(Anything::optionalConstant));
		assertThat(columns).doesNotHaveAnyElementsOfTypes(OrderedColumn.class);
		assertThat(columns.get(0).eq(DayOfWeek.MONDAY)).isEqualTo(col("constant").equalTo("MONDAY"));
	}

	@Test
	void createsOrderedColumnsOfComparables() {
		OrderedColumn<LocalDate> date = col(Anything::date);
		OrderedColumn<LocalDateTime> dateTime = col(Anything::dateTime);
		OrderedColumn<LocalTime> time = col(Anything::time);
		OrderedColumn<Instant> instant = col(Anything::instant);
		OrderedColumn<Duration> duration = col(Anything::duration);
		OrderedColumn<UUID> id = col(Anything::id);
		OrderedColumn<Character> primitiveChar = col(Anything::primitiveChar);
		OrderedColumn<Character> boxedChar = col(Anything::boxedChar);
		OrderedColumn<LocalDate> optionalDate = col(Anything::optionalDate);
		assertThat(date.gt(LocalDate.EPOCH)).isEqualTo(col("date").gt(LocalDate.EPOCH));
		assertThat(dateTime.gt(LocalDateTime.MIN.withYear(1)))
			.isEqualTo(col("dateTime").gt(LocalDateTime.MIN.withYear(1)));
		assertThat(time.gt(LocalTime.NOON)).isEqualTo(col("time").gt(LocalTime.NOON));
		assertThat(instant.gt(Instant.EPOCH)).isEqualTo(col("instant").gt(Instant.EPOCH));
		assertThat(duration.gt(Duration.ZERO)).isEqualTo(col("duration").gt(Duration.ZERO));
		assertThat(primitiveChar.gt('x')).isEqualTo(col("primitiveChar").gt("x"));
		assertThat(boxedChar.gt('x')).isEqualTo(col("boxedChar").gt("x"));
		assertThat(optionalDate.lt(date)).isEqualTo(col("optionalDate").lt(col("date")));
		assertThat(id.isin(new UUID(0, 1))).isEqualTo(col("id").isin("00000000-0000-0000-0000-000000000001"));
	}

	@Test
	void createsValueColumnsOfPeriodsAndBytes() {
		ValueColumn<Period> period = col(Anything::period);
		ValueColumn<byte[]> bytes = col(Anything::bytes);
		assertThat(period.eq(Period.ofMonths(2))).isEqualTo(col("period").equalTo(Period.ofMonths(2)));
		assertThat(bytes.eq(new byte[] { 1 })).isEqualTo(col("bytes").equalTo(new byte[] { 1 }));
		assertThat(List.of(period, bytes)).doesNotHaveAnyElementsOfTypes(OrderedColumn.class);
	}

	@Test
	void createsStructColumnsOfRecords() {
		StructColumn<Place> place = col(Anything::place);
		StructColumn<Place> optional = col(Anything::optionalPlace);
		StructColumn<Money> comparable = col(Anything::money);
		assertThat(place.get(Place::town).eq("Rome")).isEqualTo(col("place").getField("town").equalTo("Rome"));
		assertThat(optional.get(Place::height).gt(10)).isEqualTo(col("optionalPlace").getField("height").gt(10));
		assertThat(comparable.get(Money::amount).lt(1)).isEqualTo(col("money").getField("amount").lt(1));
	}

	@Test
	void returnsFieldsOfEveryType() {
		StructColumn<Anything> struct = col(Pair::first);
		List<TextColumn> texts = List.of(struct.get(Anything::text), struct.get(Anything::optionalText));
		List<NumericColumn> numbers = List.of(struct.get(Anything::primitiveInt), struct.get(Anything::optionalNumber));
		List<BooleanColumn> conditions = List.of(struct.get(Anything::primitiveBoolean),
				struct.get(Anything::optionalBoolean));
		List<ValueColumn<DayOfWeek>> constants = List.of(struct.get(Anything::constant),
				struct.get(Anything::optionalConstant));
		List<OrderedColumn<LocalDate>> dates = List.of(struct.get(Anything::date), struct.get(Anything::optionalDate));
		ValueColumn<Period> period = struct.get(Anything::period);
		ValueColumn<byte[]> bytes = struct.get(Anything::bytes);
		ListColumn<String> list = struct.get(Anything::list);
		MapColumn<String, Integer> map = struct.get(Anything::map);
		StructColumn<Money> comparable = struct.get(Anything::money);
		TextColumn deep = struct.get(Anything::place).get(Place::town);
		TextColumn deepOptional = struct.get(Anything::optionalPlace).get(Place::town);
		assertThat(texts).hasToString("[" + field("text") + ", " + field("optionalText") + "]");
		assertThat(numbers).hasToString("[" + field("primitiveInt") + ", " + field("optionalNumber") + "]");
		assertThat(conditions).hasToString("[" + field("primitiveBoolean") + ", " + field("optionalBoolean") + "]");
		assertThat(constants).hasToString("[" + field("constant") + ", " + field("optionalConstant") + "]");
		assertThat(dates).hasToString("[" + field("date") + ", " + field("optionalDate") + "]");
		assertThat(List.of(period, bytes, list, map, comparable)).extracting(TypedColumn::toColumn)
			.containsExactly(field("period"), field("bytes"), field("list"), field("map"), field("money"));
		assertThat(deep.toColumn()).isEqualTo(field("place").getField("town"));
		assertThat(deepOptional.toColumn()).isEqualTo(field("optionalPlace").getField("town"));
	}

	private static Column field(String name) {
		return col("first").getField(name);
	}

	@Test
	void returnsItemsOfListsAndMaps() {
		ListColumn<String> list = col(Anything::list);
		MapColumn<String, Integer> map = col(Anything::map);
		MapColumn<UUID, Place> byId = col(Anything::byId);
		assertThat(list.getItem(0)).isEqualTo(col("list").getItem(0));
		assertThat(map.getItem("a")).isEqualTo(col("map").getItem("a"));
		assertThat(byId.getItem(new UUID(0, 2))).isEqualTo(col("byId").getItem("00000000-0000-0000-0000-000000000002"));
	}

	@Test
	void sendsEqualityLikeUntypedColumns() {
		OrderedColumn<LocalDate> date = col(Anything::date);
		LocalDate day = LocalDate.of(2026, 1, 2);
		assertThat(List.of(date.equalTo(day), date.eq(day), date.notEqual(day), date.ne(day), date.eqNullSafe(day)))
			.containsExactly(col("date").equalTo(day), col("date").equalTo(day), col("date").notEqual(day),
					col("date").notEqual(day), col("date").eqNullSafe(day));
		OrderedColumn<LocalDate> other = col(Anything::optionalDate);
		Column plain = col("optionalDate");
		assertThat(List.of(date.equalTo(other), date.eq(other), date.notEqual(other), date.ne(other),
				date.eqNullSafe(other)))
			.isEqualTo(List.of(date.equalTo(plain), date.eq(plain), date.notEqual(plain), date.ne(plain),
					date.eqNullSafe(plain)))
			.containsExactly(col("date").equalTo(plain), col("date").equalTo(plain), col("date").notEqual(plain),
					col("date").notEqual(plain), col("date").eqNullSafe(plain));
		assertThat(date.isin(day, day.plusDays(1))).isEqualTo(date.isInCollection(List.of(day, day.plusDays(1))))
			.isEqualTo(col("date").isin(day, day.plusDays(1)));
		assertThat(date.isNull()).isEqualTo(col("date").isNull());
		assertThat(date.isNotNull()).isEqualTo(col("date").isNotNull());
	}

	@Test
	void sendsOrderLikeUntypedColumns() {
		NumericColumn number = col(Anything::primitiveDouble);
		Column plain = col("primitiveDouble");
		assertThat(List.of(number.gt(1), number.geq(2L), number.lt(BigDecimal.TEN), number.leq(0.5)))
			.containsExactly(plain.gt(1), plain.geq(2L), plain.lt(BigDecimal.TEN), plain.leq(0.5));
		NumericColumn other = col(Anything::boxedInt);
		assertThat(List.of(number.gt(other), number.geq(other), number.lt(other), number.leq(other)))
			.isEqualTo(List.of(number.gt(col("boxedInt")), number.geq(col("boxedInt")), number.lt(col("boxedInt")),
					number.leq(col("boxedInt"))))
			.containsExactly(plain.gt(col("boxedInt")), plain.geq(col("boxedInt")), plain.lt(col("boxedInt")),
					plain.leq(col("boxedInt")));
		assertThat(number.between(1, 2.5)).isEqualTo(plain.between(1, 2.5));
		assertThat(List.of(number.asc(), number.asc_nulls_first(), number.asc_nulls_last(), number.desc(),
				number.desc_nulls_first(), number.desc_nulls_last()))
			.containsExactly(plain.asc(), plain.asc_nulls_first(), plain.asc_nulls_last(), plain.desc(),
					plain.desc_nulls_first(), plain.desc_nulls_last());
	}

	@Test
	void computesWithNumbers() {
		NumericColumn price = col(Anything::decimal);
		NumericColumn count = col(Anything::primitiveInt);
		Column plain = col("decimal");
		assertThat(price.plus(1).minus(2).multiply(3).divide(4).mod(5).gt(6))
			.isEqualTo(plain.plus(1).minus(2).multiply(3).divide(4).mod(5).gt(6));
		Column other = col("primitiveInt");
		assertThat(price.plus(count).minus(count).multiply(count).divide(count).mod(count))
			.isEqualTo(price.plus(other).minus(other).multiply(other).divide(other).mod(other))
			.hasToString(plain.plus(other).minus(other).multiply(other).divide(other).mod(other).toString());
	}

	@Test
	void searchesText() {
		TextColumn text = col(Anything::text);
		Column plain = col("text");
		assertThat(List.of(text.contains("a"), text.startsWith("b"), text.endsWith("c"), text.like("d%"),
				text.ilike("e%"), text.rlike("f.*"), text.gt("g")))
			.containsExactly(plain.contains("a"), plain.startsWith("b"), plain.endsWith("c"), plain.like("d%"),
					plain.ilike("e%"), plain.rlike("f.*"), plain.gt("g"));
	}

	@Test
	void combinesConditions() {
		BooleanColumn paid = col(Anything::primitiveBoolean);
		BooleanColumn sent = col(Anything::boxedBoolean);
		Column plain = col("primitiveBoolean");
		Column other = col("boxedBoolean");
		assertThat(List.of(paid.and(sent), paid.or(sent), paid.and(other), paid.or(other), paid.not())).containsExactly(
				plain.and(other), plain.or(other), plain.and(other), plain.or(other), Functions.not(plain));
		assertThat(col(Anything::text).eq("PL").and(paid)).isEqualTo(col("text").equalTo("PL").and(plain));
	}

	@Test
	void isAcceptedAsColumn() {
		NumericColumn number = col(Anything::primitiveInt);
		Column plain = col("primitiveInt");
		assertThat(sum(number)).isEqualTo(sum(plain));
		assertThat(lag(number, 1).over(Window.partitionBy(col(Anything::text)).orderBy(number.desc())))
			.isEqualTo(lag(plain, 1).over(Window.partitionBy("text").orderBy(plain.desc())));
		assertThat(lag(number, 1).over(Window.orderBy(number).partitionBy(number)))
			.isEqualTo(lag(plain, 1).over(Window.orderBy(plain).partitionBy(plain)));
		assertThat(when(col(Anything::primitiveBoolean), number).when(col(Anything::boxedBoolean), 2))
			.isEqualTo(when(col("primitiveBoolean"), plain).when(col("boxedBoolean"), 2));
		assertThat(array_contains(col(Anything::list), "a")).isEqualTo(array_contains(col("list"), "a"));
		assertThat(lit(number)).isEqualTo(plain);
		assertThat(col("a").gt(number)).isEqualTo(col("a").gt(plain));
		assertThat(col("a").isin(number, 1)).isEqualTo(col("a").isin(plain, 1));
		assertThat(col("a").substr(number, number)).isEqualTo(col("a").substr(plain, plain));
		assertThat(col("a").withField("b", number)).isEqualTo(col("a").withField("b", plain));
		assertThat(number.as("n")).isEqualTo(number.alias("n")).isEqualTo(plain.as("n"));
	}

	@Test
	void isEqualIfExpressionsAreEqual() {
		assertThat(col(Anything::text)).isEqualTo(col(Anything::text))
			.hasSameHashCodeAs(col(Anything::text))
			.isNotEqualTo(col(Anything::nullable))
			.isNotEqualTo(col("text"));
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Anything(String text, @Nullable String nullable, Optional<String> optionalText, byte primitiveByte,
			Byte boxedByte, short primitiveShort, Short boxedShort, int primitiveInt, Integer boxedInt,
			long primitiveLong, Long boxedLong, float primitiveFloat, Float boxedFloat, double primitiveDouble,
			Double boxedDouble, BigDecimal decimal, BigInteger integer, Optional<Long> optionalNumber,
			boolean primitiveBoolean, Boolean boxedBoolean, Optional<Boolean> optionalBoolean, char primitiveChar,
			Character boxedChar, DayOfWeek constant, Optional<DayOfWeek> optionalConstant, LocalDate date,
			LocalDateTime dateTime, LocalTime time, Instant instant, Duration duration, Period period,
			Optional<LocalDate> optionalDate, UUID id, byte[] bytes, Place place, Optional<Place> optionalPlace,
			Money money, List<String> list, Map<String, Integer> map, Map<UUID, Place> byId) {

	}

	private record Place(String town, int height) {

	}

	private record Money(BigDecimal amount, String currency) implements Comparable<Money> {

		@Override
		public int compareTo(Money other) {
			return this.amount.compareTo(other.amount);
		}

	}

	private record Pair(Anything first, Anything second) {

	}

}
