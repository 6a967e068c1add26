package io.sparkex.internal.plan;

/**
 * Target of a {@link Write.Save}.
 *
 * @param kind the kind of target
 * @param name a path, or the name of a table in SQL syntax
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
	 * Kind of target.
	 */
	public enum Kind {

		/**
		 * A directory, created if it does not exist.
		 */
		PATH,

		/**
		 * A table, created if it does not exist; columns are matched by name.
		 */
		TABLE,

		/**
		 * An existing table; columns are matched by position.
		 */
		EXISTING_TABLE

	}

}
