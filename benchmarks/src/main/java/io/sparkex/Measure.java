package io.sparkex;

/**
 * A task for one client and its expected result.
 *
 * @param client the client whose child JVM runs it
 * @param name the name of the measure in the child
 * @param rows the expected number of rows
 * @param checksum the expected checksum
 */
record Measure(Client client, String name, long rows, long checksum) {

	/**
	 * The client whose child JVM runs a measure.
	 */
	enum Client {

		/** Sparkex and the bare client. */
		OURS,

		/** The official client. */
		OFFICIAL

	}

	/**
	 * Throws an exception if a run did not read the expected rows. Its time is
	 * meaningless then.
	 */
	void check(Sample sample) {
		if (sample.rows() != this.rows || sample.checksum() != this.checksum) {
			throw new IllegalStateException(this + " is wrong: " + sample);
		}
	}

}
