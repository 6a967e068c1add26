package io.sparkex.internal.plan;

/**
 * Where a {@link Write.Save} writes to.
 *
 * @param kind what the name stands for
 * @param name a path, or the name of a table as SQL writes it
 * @since 0.1.0
 */
public record SaveTarget(Kind kind, String name) {

	public SaveTarget {
		if (kind != Kind.PATH) {
			checkTable(name);
		}
		else if (name.isBlank()) {
			throw new IllegalArgumentException("path must not be blank");
		}
	}

	static void checkTable(String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("the name of a table must not be blank");
		}
	}

	/**
	 * The kinds of target.
	 */
	public enum Kind {

		/** A folder, created if need be. */
		PATH,

		/** A table, created if need be, whose columns are met by name. */
		TABLE,

		/** A table that exists and whose columns are met by position. */
		EXISTING_TABLE

	}

}
