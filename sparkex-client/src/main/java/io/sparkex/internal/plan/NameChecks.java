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

}
