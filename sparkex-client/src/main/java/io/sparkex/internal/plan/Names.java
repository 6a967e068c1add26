package io.sparkex.internal.plan;

/**
 * Checks of names, which the server would report without saying which one was wrong.
 */
final class Names {

	private Names() {
	}

	static void check(String what, String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("the name of the " + what + " must not be blank");
		}
	}

}
