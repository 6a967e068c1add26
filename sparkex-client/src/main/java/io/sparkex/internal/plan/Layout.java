package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Physical layout of written rows.
 *
 * @param partitioning the partition columns
 * @param buckets the bucketing, or {@code null} for none
 * @param clustering the clustering columns
 * @since 0.1.0
 */
public record Layout(List<String> partitioning, @Nullable Buckets buckets, List<String> clustering) {

	public Layout {
		partitioning = List.copyOf(partitioning);
		clustering = List.copyOf(clustering);
	}

	/**
	 * Bucketing of rows by the hash of columns.
	 *
	 * @param count the number of buckets
	 * @param columns the bucketing columns, at least one
	 * @param sorting the columns by which each bucket is sorted
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
