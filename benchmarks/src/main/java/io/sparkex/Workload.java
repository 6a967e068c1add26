package io.sparkex;

/**
 * The query that all clients run, and its expected result. The server does not cache any
 * of it: it computes the query again each time in the same partitions. The computation is
 * small, so that the work of the clients dominates.
 *
 * @param rows the number of rows
 */
record Workload(long rows) {

	static final int PARTITIONS = 8;

	private static final long START_MICROS = 1_700_000_000_000_000L;

	/**
	 * Returns the SQL expressions of the columns. A row has about 43 bytes.
	 */
	static String[] columns() {
		return new String[] { "id", "id * 0.5D + 0.25D AS amount", "concat('customer-', id % 1000000) AS name",
				"id % 3 = 0 AS express", "timestamp_micros(" + START_MICROS + " + id * 1000) AS at" };
	}

	/**
	 * Returns the expected sum over all cells.
	 */
	Tally expected() {
		Tally tally = new Tally();
		for (long id = 0; id < this.rows; id++) {
			String name = "customer-" + id % 1_000_000;
			tally.add(id, id * 0.5 + 0.25, name, id % 3 == 0, START_MICROS / 1_000 + id);
		}
		return tally;
	}

}
