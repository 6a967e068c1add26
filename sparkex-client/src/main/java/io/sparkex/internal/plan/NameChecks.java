package io.sparkex.internal.plan;

/**
 * Validation of names. The server would report a blank name without saying which one it
 * is.
 */
final class NameChecks {

	private NameChecks() {
	}

	static void check(String what, String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("the name of the " + what + " must not be blank");
		}
	}

	/**
	 * Checks the name of a temporary view. Servers ignore a database, and would replace
	 * the view {@code orders} for the name {@code sales.orders}.
	 */
	static void checkTemporaryView(String name) {
		check("view", name);
		boolean quoted = false;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c == '`') {
				quoted = !quoted;
			}
			else if (c == '.' && !quoted) {
				throw new IllegalArgumentException("The name of a temporary view must not contain a database but is "
						+ name + ". If the dot is a part of the name, put the name in backticks");
			}
		}
	}

}
