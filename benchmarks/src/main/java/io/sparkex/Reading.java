package io.sparkex;

/**
 * A row that a client sends to the server.
 *
 * @param id the number of the row
 * @param level a fraction of it
 * @param name a short text
 */
record Reading(long id, double level, String name) {

	static final String DDL = "id BIGINT NOT NULL, level DOUBLE NOT NULL, name STRING";

	static Reading of(long id) {
		return new Reading(id, id / 8.0, "sensor-" + id % 1_000);
	}

}
