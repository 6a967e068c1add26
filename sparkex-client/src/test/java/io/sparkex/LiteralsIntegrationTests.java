package io.sparkex;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.UnsupportedException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.MapType;
import io.sparkex.types.StructType;
import io.sparkex.values.CalendarInterval;

import static io.sparkex.Functions.lit;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that literals of arrays, maps and structs have the same meaning on all servers,
 * although their encoding has changed.
 */
class LiteralsIntegrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "4.1.2", "4.2.0" })
	void sendsNestedLiterals(String version) {
		try (SparkSession spark = TestServer.session(version)) {
			StructType point = new StructType().add("x", DataTypes.LongType)
				.add("tags", new ArrayType(DataTypes.StringType));
			DataFrame df = spark.range(1)
				.select(lit(List.of(1, 2L, (byte) 3)).as("longs"), lit(Arrays.asList("a", null, "ü'")).as("texts"),
						lit(new int[][] { { 1, 2 }, {} }).as("arrays"),
						lit(List.of(), new ArrayType(DataTypes.DateType)).as("empty"),
						lit(Map.of("k", List.of(new BigDecimal("1.5"), new BigDecimal("10")))).as("map"),
						lit(Map.of("x", 7, "tags", List.of("t")), point).as("struct"),
						lit(List.of(List.of(1, Arrays.asList("u", null)), Arrays.asList(null, null)),
								new ArrayType(point))
							.as("structs"),
						lit(Map.of(), new MapType(DataTypes.StringType, point)).as("none"),
						lit(null, point).as("nothing"),
						lit(List.of(LocalDate.of(1582, 10, 4), LocalDate.of(9999, 12, 31))).as("days"),
						lit(List.of(Instant.parse("0001-01-01T00:00:00Z"))).as("instants"),
						lit(new Object[] { true, null }).as("flags"),
						lit(new CalendarInterval(14, 3, 5)).as("interval"),
						lit(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")).as("uuid"));
			assertThat(df.schema().simpleString()).isEqualTo("struct<longs:array<bigint>,texts:array<string>,"
					+ "arrays:array<array<int>>,empty:array<date>,map:map<string,array<decimal(3,1)>>,"
					+ "struct:struct<x:bigint,tags:array<string>>,structs:array<struct<x:bigint,tags:array<string>>>,"
					+ "none:map<string,struct<x:bigint,tags:array<string>>>,"
					+ "nothing:struct<x:bigint,tags:array<string>>,days:array<date>,instants:array<timestamp>,"
					+ "flags:array<boolean>,interval:interval,uuid:string>");
			Row row = df.single();
			assertThat(row.<Long>getList("longs")).containsExactly(1L, 2L, 3L);
			assertThat(row.<String>getList("texts")).containsExactly("a", null, "ü'");
			assertThat(row.<List<Integer>>getList("arrays")).containsExactly(List.of(1, 2), List.of());
			assertThat(row.getList("empty")).isEmpty();
			assertThat(row.getMap("map"))
				.containsExactly(Map.entry("k", List.of(new BigDecimal("1.5"), new BigDecimal("10.0"))));
			Row structValue = requireNonNull(row.getStruct("struct"));
			assertThat(structValue.getLong("x")).isEqualTo(7);
			assertThat(structValue.<String>getList("tags")).containsExactly("t");
			assertThat(row.<Row>getList("structs")).hasSize(2);
			assertThat(requireNonNull(row.<Row>getList("structs")).get(1).isNullAt(0)).isTrue();
			assertThat(row.getMap("none")).isEmpty();
			assertThat(row.getStruct("nothing")).isNull();
			assertThat(row.<LocalDate>getList("days")).containsExactly(LocalDate.of(1582, 10, 4),
					LocalDate.of(9999, 12, 31));
			assertThat(row.<Instant>getList("instants")).containsExactly(Instant.parse("0001-01-01T00:00:00Z"));
			assertThat(row.<Boolean>getList("flags")).containsExactly(true, null);
			assertThat(row.get("interval")).isEqualTo(new CalendarInterval(14, 3, 5));
			assertThat(row.getString("uuid")).isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
			// A received value can be sent again.
			assertThat(spark.range(1).select(lit(structValue).as("again")).single().getStruct("again"))
				.isEqualTo(structValue);
		}
	}

	@Test
	void sendsCompatibleLiteralsToOlderServers() {
		try (SparkSession spark = TestServer.session("4.0.1")) {
			StructType point = new StructType().add("x", DataTypes.LongType)
				.add("tags", new ArrayType(DataTypes.StringType));
			Row row = spark.range(1)
				.select(lit(new int[][] { { 1, 2 }, {} }).as("arrays"), lit(Map.of("k", List.of(1.5))).as("map"),
						lit(Map.of("x", 7, "tags", List.of("t")), point).as("struct"))
				.single();
			assertThat(row.<List<Integer>>getList("arrays")).containsExactly(List.of(1, 2), List.of());
			assertThat(row.getMap("map")).containsExactly(Map.entry("k", List.of(1.5)));
			assertThat(requireNonNull(row.getStruct("struct")).getLong("x")).isEqualTo(7);
			// With the newer encoding, Spark 4.0 would read the null as an empty string,
			// and fail on the structs.
			assertThatExceptionOfType(UnsupportedException.class)
				.isThrownBy(spark.range(1).select(lit(Arrays.asList("a", null)))::collect)
				.withMessageContaining("4.1.0");
			assertThatExceptionOfType(UnsupportedException.class)
				.isThrownBy(spark.range(1).select(lit(List.of(), new ArrayType(point)))::collect)
				.withMessageContaining("4.0.1");
		}
	}

}
