package io.sparkex.test;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds partners for as many rows as possible: a row that has one gives it up to another
 * row where it finds another partner itself.
 */
final class RowPairing {

	private static final int NONE = -1;

	private final int[] partnerOfFound;

	private final int[] partnerOfWanted;

	RowPairing(int found, int wanted) {
		this.partnerOfFound = new int[found];
		this.partnerOfWanted = new int[wanted];
		Arrays.fill(this.partnerOfFound, NONE);
		Arrays.fill(this.partnerOfWanted, NONE);
	}

	/**
	 * Pairs rows that are equal to each other and to the same others, so that any partner
	 * is as good as another.
	 */
	void pairEqual(Matching matching) {
		for (int found = 0; found < this.partnerOfFound.length; found++) {
			for (int wanted = 0; wanted < this.partnerOfWanted.length && !hasPartner(found); wanted++) {
				if (this.partnerOfWanted[wanted] == NONE && matching.matches(found, wanted)) {
					marry(found, wanted);
				}
			}
		}
	}

	/**
	 * Pairs rows that have no partner yet. Pairs that exist may change, but their rows
	 * keep some partner.
	 */
	void pairSimilar(Matching matching) {
		for (int found = 0; found < this.partnerOfFound.length; found++) {
			if (!hasPartner(found)) {
				findPartner(found, matching);
			}
		}
	}

	/**
	 * Looks for the shortest chain of rows that move on to another partner each.
	 */
	private void findPartner(int lonely, Matching matching) {
		int[] suitor = new int[this.partnerOfWanted.length];
		Arrays.fill(suitor, NONE);
		Deque<Integer> asking = new ArrayDeque<>(List.of(lonely));
		while (!asking.isEmpty()) {
			int found = asking.remove();
			for (int wanted = 0; wanted < suitor.length; wanted++) {
				if (suitor[wanted] == NONE && matching.matches(found, wanted)) {
					suitor[wanted] = found;
					if (this.partnerOfWanted[wanted] == NONE) {
						moveOn(wanted, suitor);
						return;
					}
					asking.add(this.partnerOfWanted[wanted]);
				}
			}
		}
	}

	private void moveOn(int free, int[] suitor) {
		int wanted = free;
		while (wanted != NONE) {
			int found = suitor[wanted];
			int left = this.partnerOfFound[found];
			marry(found, wanted);
			wanted = left;
		}
	}

	private void marry(int found, int wanted) {
		this.partnerOfFound[found] = wanted;
		this.partnerOfWanted[wanted] = found;
	}

	boolean hasPartner(int found) {
		return this.partnerOfFound[found] != NONE;
	}

	/**
	 * The wanted rows without a partner.
	 */
	List<Integer> left() {
		return IntStream.range(0, this.partnerOfWanted.length)
			.filter((wanted) -> this.partnerOfWanted[wanted] == NONE)
			.boxed()
			.toList();
	}

	/**
	 * Whether two rows are equal.
	 */
	@FunctionalInterface
	interface Matching {

		boolean matches(int found, int wanted);

	}

}
