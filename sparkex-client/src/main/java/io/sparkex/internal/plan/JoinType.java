package io.sparkex.internal.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Join types, with Spark's names.
 *
 * @since 0.1.0
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum JoinType {

	INNER("inner"), CROSS("cross"), FULL_OUTER("outer", "full", "fullouter"), LEFT_OUTER("left", "leftouter"),
	RIGHT_OUTER("right", "rightouter"), LEFT_SEMI("semi", "leftsemi"), LEFT_ANTI("anti", "leftanti");

	private final List<String> names;

	JoinType(String... names) {
		this.names = List.of(names);
	}

	/**
	 * Returns the join type with the given name, ignoring case and underscores.
	 * @param name a name such as {@code left_outer}
	 * @return the type
	 * @throws IllegalArgumentException if the name is unknown
	 */
	public static JoinType of(String name) {
		String plain = name.toLowerCase(Locale.ROOT).replace("_", "");
		return Arrays.stream(values())
			.filter((type) -> type.names.contains(plain))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown join type '" + name + "'; use one of " + all()));
	}

	private static String all() {
		return Arrays.stream(values()).flatMap((type) -> type.names.stream()).collect(Collectors.joining(", "));
	}

}
