package io.sparkex;

/**
 * The query that all clients run, and what must come out of it. Nothing of it is cached
 * on the server, which computes it anew each time and in the same partitions, and has
 * little to compute: what the clients do shall show.
 *
 * @param rows the count of rows
 */
record Workload(long rows) {

	static final int PARTITIONS = 8;

	private static final long START_MICROS = 1_700_000_000_000_000L;

	/**
	 * The columns over the range: about 43 bytes a row.
	 */
	static String[] columns() {
		return new String[] { "id", "id * 0.5D + 0.25D AS amount", "concat('customer-', id % 1000000) AS name",
				"id % 3 = 0 AS express", "timestamp_micros(" + START_MICROS + " + id * 1000) AS at" };
	}

	/**
	 * What reading every cell must sum up to.
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
