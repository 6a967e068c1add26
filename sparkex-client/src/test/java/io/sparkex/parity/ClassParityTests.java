package io.sparkex.parity;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ClassParity}.
 */
class ClassParityTests {

	private static final String SEQ = "scala.collection.immutable.Seq";

	private static final String COLUMN = "org.apache.spark.sql.Column";

	private static final String DATASET = "org.apache.spark.sql.Dataset";

	private static OfficialMethod method(String name, String... parameterTypes) {
		return new OfficialMethod("Dataset", name, List.of(parameterTypes), DATASET, DATASET, false);
	}

	private static ClassParity compare(OfficialMethod method, String... exclusions) {
		return new ClassParity("Dataset", List.of(method), Exclusions.of(List.of(exclusions)));
	}

	@Test
	void findsExistingMethods() {
		for (OfficialMethod there : List.of(method("filter", COLUMN), method("select", COLUMN + "[]"),
				method("select", "java.lang.String", "java.lang.String[]"), method("drop", "java.lang.String"),
				method("union", DATASET), method("transform", "scala.Function1"), method("limit", "int"))) {
			assertThat(compare(there).present()).containsExactly(there);
		}
	}

	@Test
	void reportsMissingMethods() {
		for (OfficialMethod unknown : List.of(method("frobnicate"), method("limit"), method("limit", COLUMN),
				method("limit", "long"), method("filter", "org.apache.spark.sql.Unknown"), method("select", SEQ),
				method("transform", "scala.Function2"))) {
			assertThat(compare(unknown).missing()).containsExactly(unknown);
			assertThat(compare(unknown).present()).isEmpty();
		}
	}

	@Test
	void reportsInstanceMethodThatIsStaticHere() {
		OfficialMethod col = new OfficialMethod("functions", "col", List.of("java.lang.String"), COLUMN, COLUMN, false);
		assertThat(new ClassParity("functions", List.of(col), Exclusions.of(List.of())).missing()).containsExactly(col);
	}

	@Test
	void ignoresExcludedMethods() {
		OfficialMethod unknown = method("frobnicate", "int", COLUMN);
		for (String exclusion : List.of("Dataset.frobnicate(int, Column): why", "Dataset.frobnicate(*): why",
				"*.*(Column): why")) {
			assertThat(compare(unknown, exclusion).excluded()).containsOnlyKeys(unknown);
		}
		for (String exclusion : List.of("Dataset.frobnicate(int): why", "Column.frobnicate(*): why",
				"*.*(String): why")) {
			assertThat(compare(unknown, exclusion).missing()).containsExactly(unknown);
		}
	}

	@Test
	void requiresSubstituteForScalaCollections() {
		String exclusion = "*.*(scala.collection.immutable.Seq): the overload with varargs does the same";
		assertThat(compare(method("select", SEQ), exclusion).excluded()).hasSize(1);
		assertThat(compare(method("limit", SEQ), exclusion).missing()).hasSize(1);
	}

	@Test
	void reportsExclusionOfExistingMethod() {
		assertThat(compare(method("limit", "int"), "Dataset.limit(*): why").contradictions())
			.containsExactly("Dataset.limit(*) is excluded but Dataset.limit(int) is there");
	}

	@Test
	void reportsDifferentReturnTypes() {
		OfficialMethod limit = new OfficialMethod("Dataset", "limit", List.of("int"), COLUMN, COLUMN, false);
		assertThat(compare(limit).differences()).singleElement().satisfies((difference) -> {
			assertThat(difference.officialType()).isEqualTo("Column");
			assertThat(difference.ourType()).isEqualTo("DataFrame");
		});
	}

	@Test
	void rejectsExclusionsWithoutReason() {
		assertThatIllegalArgumentException().isThrownBy(() -> Exclusions.of(List.of("Dataset.limit(int)")))
			.withMessage("not understood: Dataset.limit(int)");
	}

}
