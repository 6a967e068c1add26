package io.sparkex.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.Column;
import io.sparkex.DataFrame;
import io.sparkex.Row;
import io.sparkex.SparkSession;
import io.sparkex.TestServer;
import io.sparkex.conformance.TypeConformance.Case;
import io.sparkex.conformance.TypeConformance.Limit;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.MapType;
import io.sparkex.types.StructType;

import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.struct;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for every Spark type with its extreme values, sent to a real server and read from
 * it, as plain values and in arrays, maps and structs.
 */
class TypesConformanceIntegrationTests {

	private static final Path PAGE = Path.of("..", "docs", "types.md");

	private static final Map<String, SparkSession> sessions = new HashMap<>();

	static List<TypeConformance> lines() {
		return Stream.of(PlainTypes.lines(), TimeTypes.lines(), OtherTypes.lines()).flatMap(List::stream).toList();
	}

	static Stream<TypeConformance> localLines() {
		return lines().stream().filter(TypeConformance::local);
	}

	static Stream<TypeConformance> literalLines() {
		return lines().stream().filter(TypeConformance::literal);
	}

	static Stream<Arguments> limits() {
		return lines().stream().flatMap((line) -> line.limits().stream().map((limit) -> Arguments.of(line, limit)));
	}

	private static SparkSession session(TypeConformance line) {
		return sessions.computeIfAbsent(line.version(),
				(version) -> SparkSession.builder()
					.url(TestServer.get(version).url())
					.config("spark.sql.session.timeZone", "UTC")
					.config("spark.sql.timeType.enabled", "true")
					.config("spark.sql.geospatial.enabled", "true")
					.config("spark.sql.preserveCharVarcharTypeInfo", "true")
					.build());
	}

	@AfterAll
	static void close() {
		sessions.values().forEach(SparkSession::close);
		sessions.clear();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("localLines")
	void returnsSentValues(TypeConformance line) {
		StructType schema = new StructType().add("v", line.type())
			.add("a", new ArrayType(line.type()))
			.add("m", new MapType(DataTypes.StringType, line.type()))
			.add("s", new StructType().add("f", line.type()));
		List<@Nullable Object> values = new ArrayList<>(line.cases().stream().map(Case::value).toList());
		values.add(null);
		List<List<@Nullable Object>> up = new ArrayList<>();
		values.forEach((value) -> up
			.add(Arrays.asList(value, Arrays.asList(value, null), map("k", value), Collections.singletonList(value))));
		up.add(Arrays.asList(null, null, null, null));
		DataFrame df = session(line).createDataFrame(up, schema);
		List<Row> down = df.collect();
		assertThat(down).hasSize(up.size());
		assertThat(down.get(0).schema()).isEqualTo(schema);
		for (int i = 0; i < values.size(); i++) {
			Row row = down.get(i);
			assertThat(row.get("v")).as("bare").isEqualTo(values.get(i));
			List<Object> list = Objects.requireNonNull(row.getList("a"));
			assertThat(list.get(0)).as("in an array").isEqualTo(values.get(i));
			assertThat(list.get(1)).as("after it in the array").isNull();
			Map<String, Object> map = Objects.requireNonNull(row.getMap("m"));
			assertThat(map.get("k")).as("in a map").isEqualTo(values.get(i));
			assertThat(Objects.requireNonNull(row.getStruct("s")).get(0)).as("in a struct").isEqualTo(values.get(i));
		}
		assertThat(IntStream.range(0, 4).allMatch(down.get(values.size())::isNullAt)).isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lines")
	void readsValuesOfSqlLiterals(TypeConformance line) {
		String type = line.type().sql();
		List<String> items = new ArrayList<>(line.cases().stream().map(Case::sql).toList());
		items.add("CAST(NULL AS " + type + ")");
		List<String> entries = IntStream.range(0, items.size())
			.mapToObj((i) -> "'k" + i + "', " + items.get(i))
			.toList();
		String sql = "SELECT struct(" + String.join(", ", items) + ") AS b, array(" + String.join(", ", items)
				+ ") AS a, map(" + String.join(", ", entries) + ") AS m, named_struct(" + String.join(", ", entries)
				+ ") AS s";
		assertHolds(line, session(line).sql(sql).single());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("literalLines")
	void readsValuesOfLiterals(TypeConformance line) {
		List<@Nullable Object> values = new ArrayList<>();
		line.cases().forEach((value) -> values.add(literal(value.value())));
		values.add(null);
		Map<String, @Nullable Object> entries = new LinkedHashMap<>();
		IntStream.range(0, values.size()).forEach((i) -> entries.put("k" + i, values.get(i)));
		Column[] bare = values.stream().map((value) -> lit(value, line.type())).toArray(Column[]::new);
		StructType fields = new StructType();
		for (String name : entries.keySet()) {
			fields = fields.add(name, line.type());
		}
		assertHolds(line, session(line).range(1)
			.select(struct(bare).as("b"), lit(values, new ArrayType(line.type())).as("a"),
					lit(entries, new MapType(DataTypes.StringType, line.type())).as("m"), lit(entries, fields).as("s"))
			.single());
	}

	/**
	 * Rows are not literals, but lists of their values are.
	 */
	private static Object literal(Object value) {
		return (value instanceof Row row) ? IntStream.range(0, row.size()).<@Nullable Object>mapToObj(row::get).toList()
				: value;
	}

	private static void assertHolds(TypeConformance line, Row row) {
		DataType type = line.type();
		assertThat(((ArrayType) row.schema().field(1).dataType()).elementType()).isEqualTo(type);
		Row bare = Objects.requireNonNull(row.getStruct("b"));
		List<Object> list = Objects.requireNonNull(row.getList("a"));
		Map<String, Object> map = Objects.requireNonNull(row.getMap("m"));
		Row struct = Objects.requireNonNull(row.getStruct("s"));
		int count = line.cases().size();
		for (int i = 0; i <= count; i++) {
			Object expected = (i < count) ? line.cases().get(i).value() : null;
			String label = (i < count) ? line.cases().get(i).label() : "null";
			assertThat(bare.get(i)).as("%s in columns", label).isEqualTo(expected);
			assertThat(list.get(i)).as("%s in an array", label).isEqualTo(expected);
			assertThat(map.get("k" + i)).as("%s in a map", label).isEqualTo(expected);
			assertThat(struct.get("k" + i)).as("%s in a struct", label).isEqualTo(expected);
		}
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("limits")
	void hasDocumentedLimits(TypeConformance line, Limit limit) {
		limit.check().stillHolds(session(line));
	}

	@Test
	void isDocumented() throws IOException {
		String page = new TypesPage(lines()).write();
		if (Boolean.getBoolean("types.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(PAGE).as("write it with -Dtypes.write=true").hasContent(page);
	}

	private static Map<String, @Nullable Object> map(String key, @Nullable Object value) {
		Map<String, @Nullable Object> map = new HashMap<>();
		map.put(key, value);
		return map;
	}

}
