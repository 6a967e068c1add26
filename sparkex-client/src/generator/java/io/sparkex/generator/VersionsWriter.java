package io.sparkex.generator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the table of the functions that the oldest supported servers do not have.
 */
final class VersionsWriter {

	String write(List<Entry> entries) {
		Map<String, String> versions = new TreeMap<>();
		Set<String> old = new TreeSet<>();
		for (Entry entry : entries) {
			if (entry.target().style() == Target.Style.METHOD) {
				continue;
			}
			// A function whose overloads differ is there in the oldest version of them.
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
				 * The functions that servers of Spark 4.0 do not have. Generated from the registry.
				 */
				final class FunctionVersions {

					private static final Map<String, String> SINCE = Map.ofEntries(
				%s);

					private FunctionVersions() {
					}

					/**
					 * The first version of Spark that has a function, or {@code null} if all supported ones have it.
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
