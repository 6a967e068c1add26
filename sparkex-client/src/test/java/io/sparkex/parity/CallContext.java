package io.sparkex.parity;

import java.util.Arrays;

import io.sparkex.Column;
import io.sparkex.DataFrame;
import io.sparkex.Window;

/**
 * The place in a query where a function can be called.
 */
enum CallContext {

	SELECT(true),

	/**
	 * In a select list, but at most once.
	 */
	ALONE(false),

	GENERATOR(false),

	AGGREGATE(true) {

		@Override
		DataFrame apply(DataFrame df, Column... columns) {
			return df.agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length));
		}

	},

	GROUPING(true) {

		@Override
		DataFrame apply(DataFrame df, Column... columns) {
			return df.cube("i", "s").agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length));
		}

	},

	WINDOW(true) {

		@Override
		Column complete(Column column) {
			return column.over(Window.partitionBy("t").orderBy("i"));
		}

		@Override
		String complete(String sql) {
			return sql + " OVER (PARTITION BY t ORDER BY i)";
		}

	},

	SORT(true) {

		@Override
		DataFrame apply(DataFrame df, Column... columns) {
			return df.orderBy(columns);
		}

	},

	/**
	 * Not in the DataFrame of the other calls; these functions have their own tests.
	 */
	ELSEWHERE(false) {

		@Override
		DataFrame apply(DataFrame df, Column... columns) {
			throw new UnsupportedOperationException("has a test of its own");
		}

	};

	private final boolean shared;

	CallContext(boolean shared) {
		this.shared = shared;
	}

	/**
	 * {@code true} if several calls can share an operator.
	 */
	boolean isShared() {
		return this.shared;
	}

	DataFrame apply(DataFrame df, Column... columns) {
		return df.select(columns);
	}

	Column complete(Column column) {
		return column;
	}

	String complete(String sql) {
		return sql;
	}

}
