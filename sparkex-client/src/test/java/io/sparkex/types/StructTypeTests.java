package io.sparkex.types;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link StructType}.
 */
class StructTypeTests {

	private static final StructType NESTED = new StructType().add("id", DataTypes.LongType, false)
		.add("tags", new MapType(DataTypes.StringType, new ArrayType(DataTypes.IntegerType, false)))
		.add("place", new StructType().add("lat", DataTypes.DoubleType, false).add("lon", DataTypes.DoubleType));

	@Test
	void printsTreeLikeSpark() {
		assertThat(NESTED.treeString()).isEqualTo("""
				root
				 |-- id: long (nullable = false)
				 |-- tags: map (nullable = true)
				 |    |-- key: string
				 |    |-- value: array (valueContainsNull = true)
				 |    |    |-- element: integer (containsNull = false)
				 |-- place: struct (nullable = true)
				 |    |-- lat: double (nullable = false)
				 |    |-- lon: double (nullable = true)
				""");
	}

	@Test
	void printsTreeDownToDepth() {
		assertThat(NESTED.treeString(1)).isEqualTo("""
				root
				 |-- id: long (nullable = false)
				 |-- tags: map (nullable = true)
				 |-- place: struct (nullable = true)
				""");
		assertThat(NESTED.treeString(2)).contains("-- value: array").doesNotContain("element");
		assertThatIllegalArgumentException().isThrownBy(() -> NESTED.treeString(0))
			.withMessage("maxDepth must be at least 1 but is 0");
	}

	@Test
	void printsEachFieldOnOneLine() {
		assertThat(new StructType().add("two\nlines\tand \u0007", DataTypes.LongType).treeString())
			.isEqualTo("root\n |-- two\\nlines\\tand \\a: long (nullable = true)\n");
	}

	@Test
	void printsEmptyTree() {
		assertThat(new StructType().treeString()).isEqualTo("root\n");
	}

	@Test
	void writesDdl() {
		assertThat(NESTED.toDDL()).isEqualTo(
				"id BIGINT NOT NULL,tags MAP<STRING, ARRAY<INT>>,place STRUCT<lat: DOUBLE NOT NULL, lon: DOUBLE>");
		assertThat(new StructType().toDDL()).isEmpty();
		assertThat(NESTED.field(0)).hasToString("id BIGINT NOT NULL");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			plain     | plain
			_x1       | _x1
			a b       | `a b`
			a.b       | `a.b`
			1a        | `1a`
			it's      | `it's`
			say "hi"  | `say "hi"`
			back`tick | `back``tick`
			``        | ``````
			größe     | `größe`
			日本       | `日本`
			""")
	void quotesSpecialNamesInDdl(String name, String quoted) {
		assertThat(new StructField(name, DataTypes.StringType, true).toDDL()).isEqualTo(quoted + " STRING");
		assertThat(new StructType().add(name, DataTypes.StringType).sql()).isEqualTo("STRUCT<" + quoted + ": STRING>");
	}

	@Test
	void quotesEmptyNameAndLineBreaksInDdl() {
		assertThat(new StructField("", DataTypes.StringType, true).toDDL()).isEqualTo("`` STRING");
		assertThat(new StructField("a\nb", DataTypes.StringType, true).toDDL()).isEqualTo("`a\nb` STRING");
	}

	@Test
	void escapesNamesInJson() {
		assertThat(new StructType().add("q\"b\\n\n\r\t\u0000\u001fü€😀", DataTypes.LongType).json())
			.contains("\"name\":\"q\\\"b\\\\n\\n\\r\\t\\u0000\\u001Fü€😀\"");
	}

	@Test
	void writesMetadataToJsonUnchanged() {
		StructField field = new StructField("a", DataTypes.LongType, true, "{\"comment\":\"the \\\"key\\\"\"}");
		assertThat(new StructType(field).json()).contains("\"metadata\":{\"comment\":\"the \\\"key\\\"\"}");
	}

	@Test
	void findsFieldsByName() {
		assertThat(NESTED.fieldIndex("place")).isEqualTo(2);
		assertThat(NESTED.contains("tags")).isTrue();
		assertThat(NESTED.contains("TAGS")).isFalse();
		assertThat(NESTED.fieldNames()).containsExactly("id", "tags", "place");
	}

	@Test
	void reportsFieldsIfNameIsUnknown() {
		assertThatIllegalArgumentException().isThrownBy(() -> NESTED.fieldIndex("ID"))
			.withMessage("No field 'ID'; the fields are [id, tags, place]");
	}

	@Test
	void rejectsAmbiguousName() {
		StructType twins = new StructType().add("a", DataTypes.LongType)
			.add("b", DataTypes.LongType)
			.add("a", DataTypes.StringType)
			.add("a", DataTypes.DateType);
		assertThat(twins.contains("a")).isTrue();
		assertThat(twins.fieldIndex("b")).isOne();
		assertThatIllegalArgumentException().isThrownBy(() -> twins.fieldIndex("a"))
			.withMessageContaining("'a' is ambiguous in [a, b, a, a]");
	}

	@Test
	void rejectsInvalidPosition() {
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> NESTED.field(3));
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> NESTED.field(-1));
	}

	@Test
	void addsFieldToCopy() {
		StructType one = new StructType().add("a", DataTypes.LongType);
		StructType two = one.add("b", DataTypes.LongType);
		assertThat(one.size()).isOne();
		assertThat(two.size()).isEqualTo(2);
	}

	@Test
	void copiesFields() {
		List<StructField> fields = new ArrayList<>(List.of(new StructField("a", DataTypes.LongType, true)));
		StructType type = new StructType(fields);
		fields.clear();
		assertThat(type.fieldNames()).containsExactly("a");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> type.fields().clear());
	}

	@Test
	void isEqualIfFieldsAreEqual() {
		StructType one = new StructType().add("a", DataTypes.LongType);
		assertThat(one).isEqualTo(new StructType().add("a", DataTypes.LongType))
			.hasSameHashCodeAs(new StructType().add("a", DataTypes.LongType))
			.isNotEqualTo(new StructType().add("a", DataTypes.LongType, false))
			.isNotEqualTo(new StructType().add("A", DataTypes.LongType))
			.isNotEqualTo(DataTypes.LongType);
	}

}
