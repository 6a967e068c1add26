package io.sparkex.generator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writer of the table of functions that the oldest supported Spark version does not have.
 */
final class VersionsWriter {

	String write(List<Entry> entries) {
		Map<String, String> versions = new TreeMap<>();
		Set<String> old = new TreeSet<>();
		for (Entry entry : entries) {
			if (entry.target().style() == Target.Style.METHOD) {
				continue;
			}
			// If the overloads of a function differ, the oldest version counts.
			if (entry.since().isEmpty()) {
				old.add(entry.target().name());
			}
			versions.merge(entry.target().name(), entry.since(), (one, other) -> (one.compareTo(other) < 0) ? one : other);
		}
		versions.keySet().removeAll(old);
		return """
				package io.sparkex.internal.protocol;

				import java.util.Map;

				import org.jspecify.annotations.Nullable;

				/**
				 * The functions that Spark 4.0 does not have. Generated from the registry in {@code src/main/functions}; do not edit.
				 */
				final class FunctionVersions {

					private static final Map<String, String> SINCE = Map.ofEntries(
				%s);

					private FunctionVersions() {
					}

					/**
					 * Returns the first Spark version that has a function, or {@code null} if all supported versions have it.
					 */
					static @Nullable String since(String function) {
						return SINCE.get(function);
					}

				}
				""".formatted(versions.entrySet()
			.stream()
			.map((version) -> "\t\t\tMap.entry(\"" + version.getKey() + "\", \"" + version.getValue() + "\")")
			.collect(Collectors.joining(",\n")));
	}

}
