package io.sparkex;

import java.util.Iterator;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A query with rows of about 30 bytes that contain their position.
 */
final class SequentialRows {

	private SequentialRows() {
	}

	static DataFrame query(SparkSession session, long rows) {
		return session.range(0, rows, 1, 8).selectExpr("id", "id * 7919 % 1000003 AS h", "concat('row ', id) AS t");
	}

	/**
	 * Verifies that each row occurs once and in order.
	 */
	static void verify(DataFrame query, long count) {
		verify(query, count, count, () -> {
		});
	}

	/**
	 * Verifies that each row occurs once and in order, and runs an action after reading
	 * one of the rows.
	 */
	static void verify(DataFrame query, long count, long place, Runnable event) {
		try (Stream<Row> rows = query.stream()) {
			Iterator<Row> iterator = rows.iterator();
			for (long id = 0; id < count; id++) {
				Row row = iterator.next();
				if (row.getLong(0) != id || row.getLong(1) != id * 7919 % 1000003
						|| !("row " + id).equals(row.getString(2))) {
					throw new AssertionError(row + " where row " + id + " was due");
				}
				if (id == place) {
					event.run();
				}
			}
			assertThat(iterator.hasNext()).isFalse();
		}
	}

}
