package io.sparkex.test;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Search for a maximum matching between actual and expected rows: a matched row is moved
 * to another match if that allows one more row to be matched.
 */
final class RowMatcher {

	private static final int NONE = -1;

	private final int[] expectedOf;

	private final int[] actualOf;

	RowMatcher(int actualCount, int expectedCount) {
		this.expectedOf = new int[actualCount];
		this.actualOf = new int[expectedCount];
		Arrays.fill(this.expectedOf, NONE);
		Arrays.fill(this.actualOf, NONE);
	}

	/**
	 * Matches equal rows. The equality must be transitive, so that any match is as good
	 * as another.
	 */
	void matchEqual(RowEquality equality) {
		for (int actual = 0; actual < this.expectedOf.length; actual++) {
			for (int expected = 0; expected < this.actualOf.length && !isMatched(actual); expected++) {
				if (this.actualOf[expected] == NONE && equality.test(actual, expected)) {
					match(actual, expected);
				}
			}
		}
	}

	/**
	 * Matches the remaining rows. Existing matches may change, but their rows remain
	 * matched.
	 */
	void matchSimilar(RowEquality equality) {
		for (int actual = 0; actual < this.expectedOf.length; actual++) {
			if (!isMatched(actual)) {
				augment(actual, equality);
			}
		}
	}

	/**
	 * Finds the shortest augmenting path by breadth-first search.
	 */
	private void augment(int unmatched, RowEquality equality) {
		int[] predecessor = new int[this.actualOf.length];
		Arrays.fill(predecessor, NONE);
		Deque<Integer> queue = new ArrayDeque<>(List.of(unmatched));
		while (!queue.isEmpty()) {
			int actual = queue.remove();
			for (int expected = 0; expected < predecessor.length; expected++) {
				if (predecessor[expected] == NONE && equality.test(actual, expected)) {
					predecessor[expected] = actual;
					if (this.actualOf[expected] == NONE) {
						flip(expected, predecessor);
						return;
					}
					queue.add(this.actualOf[expected]);
				}
			}
		}
	}

	private void flip(int end, int[] predecessor) {
		int expected = end;
		while (expected != NONE) {
			int actual = predecessor[expected];
			int previous = this.expectedOf[actual];
			match(actual, expected);
			expected = previous;
		}
	}

	private void match(int actual, int expected) {
		this.expectedOf[actual] = expected;
		this.actualOf[expected] = actual;
	}

	boolean isMatched(int actual) {
		return this.expectedOf[actual] != NONE;
	}

	/**
	 * Returns the expected rows without a match.
	 */
	List<Integer> unmatchedExpected() {
		return IntStream.range(0, this.actualOf.length)
			.filter((expected) -> this.actualOf[expected] == NONE)
			.boxed()
			.toList();
	}

	/**
	 * Comparison of an actual row with an expected row.
	 */
	@FunctionalInterface
	interface RowEquality {

		boolean test(int actual, int expected);

	}

}
