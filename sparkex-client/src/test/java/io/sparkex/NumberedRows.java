package io.sparkex;

import java.util.Iterator;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A query of some 30 bytes a row, whose rows tell where they belong.
 */
final class NumberedRows {

	private NumberedRows() {
	}

	static DataFrame query(SparkSession session, long rows) {
		return session.range(0, rows, 1, 8).selectExpr("id", "id * 7919 % 1000003 AS h", "concat('row ', id) AS t");
	}

	/**
	 * Each row is there once and in its place.
	 */
	static void check(DataFrame query, long count) {
		check(query, count, count, () -> {
		});
	}

	/**
	 * Each row is there once and in its place, whatever is done when they have been read
	 * up to one of them.
	 */
	static void check(DataFrame query, long count, long place, Runnable event) {
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
