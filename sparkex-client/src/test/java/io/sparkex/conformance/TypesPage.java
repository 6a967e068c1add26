package io.sparkex.conformance;

import java.util.List;
import java.util.stream.Collectors;

import io.sparkex.conformance.TypeConformance.Case;
import io.sparkex.conformance.TypeConformance.Limit;

/**
 * The documentation page about the supported types.
 */
final class TypesPage {

	private static final String HEAD = """
			# Types and their values

			`TypesConformanceIntegrationTests` generates this page. The test sends each value named here to a real server and
			reads it back, and also reads it from SQL and from `lit`: as a plain value, in an array, in a map and in a struct,
			each together with a null. To regenerate the page, run the test with `-Dtypes.write=true`. [Results](results.md#types)
			lists the Java types a column can be read as; [times and time zones](time.md) explains the rules for zones.

			| Spark | Java | `createDataFrame` | `lit` | Values tested |
			|---|---|---|---|---|
			""";

	private static final String LIMITS = """

			## Limits

			The test asserts each of these limits as well.

			""";

	private final List<TypeConformance> lines;

	TypesPage(List<TypeConformance> lines) {
		this.lines = lines;
	}

	String write() {
		StringBuilder page = new StringBuilder(HEAD);
		for (TypeConformance line : this.lines) {
			page.append("| `")
				.append(line.type().sql())
				.append("` | ")
				.append((line.javaClass() == Void.class) ? "`null`" : "`" + line.javaClass().getSimpleName() + "`")
				.append(line.local() ? " | yes" : " | no")
				.append(line.literal() ? " | yes | " : " | no | ")
				.append(line.cases().isEmpty() ? "null"
						: line.cases().stream().map(Case::label).collect(Collectors.joining("; ")))
				.append(" |\n");
		}
		page.append(LIMITS);
		for (TypeConformance line : this.lines) {
			for (Limit limit : line.limits()) {
				page.append("- `").append(line.type().sql()).append("`: ").append(limit.text()).append('\n');
			}
		}
		return page.toString();
	}

}
