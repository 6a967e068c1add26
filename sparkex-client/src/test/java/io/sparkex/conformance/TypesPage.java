package io.sparkex.conformance;

import java.util.List;
import java.util.stream.Collectors;

import io.sparkex.conformance.TypeLine.Case;
import io.sparkex.conformance.TypeLine.Limit;

/**
 * The page of the documentation that tells what is known of each type.
 */
final class TypesPage {

	private static final String HEAD = """
			# Types and their values

			This page is written by `TypesConformanceIntegrationTests`, which sends each value named here to a real server,
			reads it back, and reads it from SQL and from `lit`: bare, in an array, in a map and in a struct, a null always
			with them. To write the page again, run the test with `-Dtypes.write=true`. What else a type can be read as is
			told under [results](results.md#types); what zones have to do with times, on [their own page](time.md).

			| Spark | Java | Up by `createDataFrame` | Up by `lit` | Seen to stay equal |
			|---|---|---|---|---|
			""";

	private static final String LIMITS = """

			## Limits

			Each of them is tested, too, so that it is known to be still there.

			""";

	private final List<TypeLine> lines;

	TypesPage(List<TypeLine> lines) {
		this.lines = lines;
	}

	String write() {
		StringBuilder page = new StringBuilder(HEAD);
		for (TypeLine line : this.lines) {
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
		for (TypeLine line : this.lines) {
			for (Limit limit : line.limits()) {
				page.append("- `").append(line.type().sql()).append("`: ").append(limit.text()).append('\n');
			}
		}
		return page.toString();
	}

}
