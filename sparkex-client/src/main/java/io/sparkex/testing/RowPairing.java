package io.sparkex.testing;

import java.util.Arrays;
import java.util.BitSet;
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
	 * Pairs rows that have no partner yet. Pairs that exist may change, but their rows
	 * keep some partner.
	 */
	void pair(Matching matching) {
		for (int found = 0; found < this.partnerOfFound.length; found++) {
			if (!hasPartner(found) && !takeFree(found, matching)) {
				findPartner(found, matching, new BitSet(this.partnerOfWanted.length));
			}
		}
	}

	private boolean takeFree(int found, Matching matching) {
		for (int wanted = 0; wanted < this.partnerOfWanted.length; wanted++) {
			if (this.partnerOfWanted[wanted] == NONE && matching.matches(found, wanted)) {
				marry(found, wanted);
				return true;
			}
		}
		return false;
	}

	private boolean findPartner(int found, Matching matching, BitSet tried) {
		for (int wanted = 0; wanted < this.partnerOfWanted.length; wanted++) {
			if (!tried.get(wanted) && matching.matches(found, wanted)) {
				tried.set(wanted);
				int rival = this.partnerOfWanted[wanted];
				if (rival == NONE || findPartner(rival, matching, tried)) {
					marry(found, wanted);
					return true;
				}
			}
		}
		return false;
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
