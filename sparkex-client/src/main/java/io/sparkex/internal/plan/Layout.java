package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the rows that are written are laid out.
 *
 * @param partitioning columns of which each combination of values has a folder of its own
 * @param buckets the buckets, or {@code null} for none
 * @param clustering columns by whose values rows are kept together
 * @since 0.1.0
 */
public record Layout(List<String> partitioning, @Nullable Buckets buckets, List<String> clustering) {

	public Layout {
		partitioning = List.copyOf(partitioning);
		clustering = List.copyOf(clustering);
	}

	/**
	 * Rows spread by the hash of some columns.
	 *
	 * @param count how many buckets
	 * @param columns the columns, at least one
	 * @param sorting columns to sort each bucket by
	 */
	public record Buckets(int count, List<String> columns, List<String> sorting) {

		public Buckets {
			if (count < 1) {
				throw new IllegalArgumentException("the number of buckets must be at least 1 but is " + count);
			}
			columns = List.copyOf(columns);
			sorting = List.copyOf(sorting);
			if (columns.isEmpty()) {
				throw new IllegalArgumentException("buckets need at least one column");
			}
		}

	}

}
