package io.sparkex;

/**
 * The number of rows read and a sum over all their cells that verifies their content. Not
 * thread-safe.
 */
final class Tally {

	private long rows;

	private long checksum;

	void add(long id, double amount, String name, boolean express, long atMillis) {
		this.rows++;
		// The last character depends on the row, so that the string must have been
		// decoded.
		this.checksum += id + (long) amount + 31L * name.length() + name.charAt(name.length() - 1) + (express ? 7 : 0)
				+ atMillis;
	}

	/**
	 * Adds rows of which only the number is known.
	 */
	void addRows(long count) {
		this.rows += count;
	}

	long rows() {
		return this.rows;
	}

	long checksum() {
		return this.checksum;
	}

}
