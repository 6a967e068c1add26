package io.sparkex;

/**
 * What one client is asked to do, and what must come out.
 *
 * @param client whose child JVM runs it
 * @param name the name that the child knows it by
 * @param rows the count of rows that it must report
 * @param checksum the checksum that it must report
 */
record Measure(Client client, String name, long rows, long checksum) {

	/**
	 * Whose child JVM runs a measure.
	 */
	enum Client {

		/** Sparkex, and the bare client beside it. */
		OURS,

		/** The official one. */
		OFFICIAL

	}

	/**
	 * Fails if a run did not read what it should: the time it took means nothing then.
	 */
	void check(Sample sample) {
		if (sample.rows() != this.rows || sample.checksum() != this.checksum) {
			throw new IllegalStateException(this + " is wrong: " + sample);
		}
	}

}
