package io.sparkex.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.sparkex.Row;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.MapType;
import io.sparkex.types.StructType;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.Variant;

import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Nested types and types with several components.
 */
final class OtherTypes {

	private static final String SPATIAL_VERSION = "4.2.0";

	private static final String POINT = "0101000000000000000000F03F0000000000000040";

	private static final String EMPTY = "010700000000000000";

	private OtherTypes() {
	}

	static List<TypeConformance> lines() {
		return List.of(variants(), geometries(0), geometries(GeometryType.MIXED_SRID), geographies(), arrays(), maps(),
				structs(), emptyStructs());
	}

	private static TypeConformance variants() {
		return TypeConformance.of(DataTypes.VariantType, Variant.class)
			.with("JSON null", variant(0), "parse_json('null')")
			.with("`true`", variant(4), "parse_json('true')")
			.with("a number", variant(12, -1), "parse_json('-1')")
			.with("empty text", variant(1), "parse_json('\"\"')")
			.with("Unicode", unicode(), "parse_json('\"zł€😀\"')")
			.with("an empty object", variant(2, 0, 0), "parse_json('{}')")
			.with("an empty array", variant(3, 0, 0), "parse_json('[]')")
			.noLiteral()
			.limit("`lit` does not support it; use `parse_json`.", (spark) -> hasNoLiteral(variant(0)));
	}

	private static Variant variant(int... value) {
		byte[] bytes = new byte[value.length];
		for (int i = 0; i < value.length; i++) {
			bytes[i] = (byte) value[i];
		}
		return new Variant(bytes, new byte[] { 1, 0, 0 });
	}

	private static Variant unicode() {
		byte[] text = "zł€😀".getBytes(StandardCharsets.UTF_8);
		byte[] value = new byte[text.length + 1];
		value[0] = (byte) (text.length << 2 | 1);
		System.arraycopy(text, 0, value, 1, text.length);
		return new Variant(value, new byte[] { 1, 0, 0 });
	}

	private static void hasNoLiteral(Object value) {
		assertThatIllegalArgumentException().isThrownBy(() -> lit(value));
	}

	private static byte[] wkb(String hex) {
		return HexFormat.of().parseHex(hex);
	}

	private static TypeConformance geometries(int srid) {
		String typed = (srid == GeometryType.MIXED_SRID) ? "CAST(st_geomfromwkb(X'%s') AS GEOMETRY(ANY))"
				: "st_geomfromwkb(X'%s')";
		return TypeConformance.of(new GeometryType(srid), Geometry.class)
			.with("a point", new Geometry(wkb(POINT), 0), typed.formatted(POINT))
			.with("an empty collection", new Geometry(wkb(EMPTY), 0), typed.formatted(EMPTY))
			.since(SPATIAL_VERSION)
			.noLiteral()
			.limit("Requires Spark 4.2; tested with `spark.sql.geospatial.enabled=true`. `lit` does not support it; use"
					+ " `st_geomfromwkb`.", (spark) -> hasNoLiteral(new Geometry(wkb(POINT), 0)));
	}

	private static TypeConformance geographies() {
		return TypeConformance.of(new GeographyType(4326), Geography.class)
			.with("a point", new Geography(wkb(POINT), 4326), "st_geogfromwkb(X'" + POINT + "')")
			.with("an empty collection", new Geography(wkb(EMPTY), 4326), "st_geogfromwkb(X'" + EMPTY + "')")
			.since(SPATIAL_VERSION)
			.noLiteral()
			.limit("As for `GEOMETRY`; use `st_geogfromwkb`.",
					(spark) -> hasNoLiteral(new Geography(wkb(POINT), 4326)));
	}

	private static TypeConformance arrays() {
		return TypeConformance.of(new ArrayType(DataTypes.StringType), List.class)
			.with("empty", List.of(), "CAST(array() AS ARRAY<STRING>)")
			.with("only nulls", Arrays.asList(null, null), "CAST(array(NULL, NULL) AS ARRAY<STRING>)")
			.with("nulls between values", Arrays.asList("", null, "ź"), "array('', NULL, 'ź')")
			.with("100,000 elements", Collections.nCopies(100_000, "x"), "array_repeat('x', 100000)");
	}

	private static TypeConformance maps() {
		return TypeConformance.of(new MapType(DataTypes.StringType, DataTypes.IntegerType), Map.class)
			.with("empty", Map.of(), "CAST(map() AS MAP<STRING, INT>)")
			.with("an empty key, a null value", nullAtEmptyKey(), "map('', CAST(NULL AS INT))")
			.with("Unicode in keys", Map.of("ź", 1, "😀", 2), "map('ź', 1, '😀', 2)");
	}

	private static Map<String, Object> nullAtEmptyKey() {
		return Collections.singletonMap("", null);
	}

	private static TypeConformance structs() {
		StructType type = new StructType().add("a", DataTypes.IntegerType).add("b ü", DataTypes.StringType);
		return TypeConformance.of(type, Row.class)
			.with("only nulls", Row.of(type, null, null),
					"named_struct('a', CAST(NULL AS INT), 'b ü', CAST(NULL AS STRING))")
			.with("values", Row.of(type, 1, "x"), "named_struct('a', nullif(1, 0), 'b ü', nullif('x', ''))");
	}

	private static TypeConformance emptyStructs() {
		StructType type = new StructType();
		return TypeConformance.of(type, Row.class).with("empty", Row.of(type), "named_struct()");
	}

}
