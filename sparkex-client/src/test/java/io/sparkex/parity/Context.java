package io.sparkex.parity;

import java.util.Arrays;

import io.sparkex.Column;
import io.sparkex.DataFrame;
import io.sparkex.Window;

/**
 * Where a function can stand.
 */
enum Context {

	SELECT(true) {

		@Override
		DataFrame apply(DataFrame frame, Column... columns) {
			return frame.select(columns);
		}

	},

	/** Among other columns, but beside none of its kind. */
	ALONE(false) {

		@Override
		DataFrame apply(DataFrame frame, Column... columns) {
			return frame.select(columns);
		}

	},

	AGGREGATE(true) {

		@Override
		DataFrame apply(DataFrame frame, Column... columns) {
			return frame.agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length));
		}

	},

	GROUPING(true) {

		@Override
		DataFrame apply(DataFrame frame, Column... columns) {
			return frame.cube("i", "s").agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length));
		}

	},

	WINDOW(true) {

		@Override
		DataFrame apply(DataFrame frame, Column... columns) {
			return frame.select(columns);
		}

		@Override
		Column complete(Column column) {
			return column.over(Window.partitionBy("t").orderBy("i"));
		}

		@Override
		String complete(String sql) {
			return sql + " OVER (PARTITION BY t ORDER BY i)";
		}

	},

	GENERATOR(false) {

		@Override
		DataFrame apply(DataFrame frame, Column... columns) {
			return frame.select(columns);
		}

	},

	SORT(true) {

		@Override
		DataFrame apply(DataFrame frame, Column... columns) {
			return frame.orderBy(columns);
		}

	},

	/** Not in a frame like that of the other calls: they have tests of their own. */
	ELSEWHERE(false) {

		@Override
		DataFrame apply(DataFrame frame, Column... columns) {
			throw new UnsupportedOperationException("has a test of its own");
		}

	};

	private final boolean shared;

	Context(boolean shared) {
		this.shared = shared;
	}

	/**
	 * Whether several of them can stand in one operator.
	 */
	boolean isShared() {
		return this.shared;
	}

	abstract DataFrame apply(DataFrame frame, Column... columns);

	Column complete(Column column) {
		return column;
	}

	String complete(String sql) {
		return sql;
	}

}
