package io.sparkex.internal.plan;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Builder of a {@link Layout} that rejects invalid combinations. Not thread-safe.
 */
public final class LayoutBuilder {

	private List<String> partitioning = List.of();

	private Layout.@Nullable Buckets buckets;

	private List<String> sorting = List.of();

	private List<String> clustering = List.of();

	public void partitionBy(String... columns) {
		this.partitioning = List.of(columns);
		checkClustering();
	}

	public void bucketBy(int count, String first, String... more) {
		this.buckets = new Layout.Buckets(count, names(first, more), List.of());
		checkClustering();
	}

	public void sortBy(String first, String... more) {
		this.sorting = names(first, more);
	}

	public void clusterBy(String first, String... more) {
		this.clustering = names(first, more);
		checkClustering();
	}

	private void checkClustering() {
		if (!this.clustering.isEmpty() && !(this.partitioning.isEmpty() && this.buckets == null)) {
			throw new IllegalStateException(
					"clusterBy() cannot be combined with partitionBy() or bucketBy(); choose one");
		}
	}

	public void checkNoBuckets(String method) {
		checkSorting();
		if (this.buckets != null) {
			throw new IllegalStateException(
					method + " cannot write buckets; call saveAsTable() instead, or remove bucketBy() and sortBy()");
		}
	}

	/**
	 * Rejects any layout, for a target that has its own.
	 */
	public void checkNone(String method) {
		checkNoBuckets(method);
		if (!this.partitioning.isEmpty()) {
			throw new IllegalStateException(method + " uses the layout of the existing table; remove partitionBy()");
		}
		if (!this.clustering.isEmpty()) {
			throw new IllegalStateException(method + " uses the layout of the existing table; remove clusterBy()");
		}
	}

	private void checkSorting() {
		if (!this.sorting.isEmpty() && this.buckets == null) {
			throw new IllegalStateException(
					"sortBy() sorts within buckets; call bucketBy() as well, or sort the DataFrame itself");
		}
	}

	public Layout build() {
		checkSorting();
		Layout.Buckets unsorted = this.buckets;
		Layout.Buckets sorted = (unsorted != null)
				? new Layout.Buckets(unsorted.count(), unsorted.columns(), this.sorting) : null;
		return new Layout(this.partitioning, sorted, this.clustering);
	}

	private static List<String> names(String first, String... more) {
		return Stream.concat(Stream.of(first), Stream.of(more)).toList();
	}

}
