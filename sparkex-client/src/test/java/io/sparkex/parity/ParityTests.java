package io.sparkex.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.sparkex.parity.Exclusions.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every method of the official API exists or is on the reviewed list of
 * exclusions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityTests {

	private static final List<String> CLASSES = List.of("Dataset", "Column", "functions", "DataFrameReader",
			"DataFrameWriter", "DataFrameWriterV2", "MergeIntoWriter", "WhenMatched", "WhenNotMatched",
			"WhenNotMatchedBySource", "RelationalGroupedDataset", "DataFrameNaFunctions", "DataFrameStatFunctions",
			"catalog.Catalog", "RuntimeConfig", "TableValuedFunction", "expressions.Window", "expressions.WindowSpec",
			"SparkSession", "SparkSession$Builder", "Observation", "UDFRegistration", "Row");

	private static final Path PAGE = Path.of("..", "docs", "project", "parity.md");

	private Exclusions exclusions;

	private List<ClassParity> classes;

	@BeforeAll
	void compare() throws IOException {
		OfficialApi official = OfficialApi.read();
		this.exclusions = Exclusions.read();
		this.classes = CLASSES.stream()
			.map((name) -> new ClassParity(name, official.methods(name), this.exclusions))
			.toList();
	}

	@Test
	void readsTheOfficialApi() {
		assertThat(this.classes).allSatisfy((parity) -> assertThat(parity.official()).isGreaterThan(3));
		assertThat(this.classes.stream().mapToInt(ClassParity::official).sum()).isGreaterThan(1500);
	}

	@Test
	void hasEveryMethodThatIsNotExcluded() {
		assertThat(this.classes.stream().flatMap((parity) -> parity.missing().stream()).map(OfficialMethod::toString))
			.isEmpty();
	}

	@Test
	void excludesNoExistingMethods() {
		assertThat(this.classes.stream().flatMap((parity) -> parity.contradictions().stream())).isEmpty();
	}

	@Test
	void hasNoUnusedExclusions() {
		Set<Rule> unused = new LinkedHashSet<>(this.exclusions.rules());
		this.classes.forEach((parity) -> unused.removeAll(parity.excluded().values()));
		assertThat(unused).isEmpty();
	}

	@Test
	void isDocumented() throws IOException {
		String page = new ParityPage(OfficialApi.version(), this.classes).write();
		if (Boolean.getBoolean("parity.write")) {
			Files.createDirectories(PAGE.getParent());
			Files.writeString(PAGE, page);
		}
		assertThat(PAGE).as("write it with -Dparity.write=true").hasContent(page);
	}

}
