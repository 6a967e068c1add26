package io.sparkex.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the name
 * @param description a comment, or {@code null}
 * @param dataType the type as SQL writes it
 * @param nullable whether it may hold null
 * @param isPartition whether the table is partitioned by it
 * @param isBucket whether rows are spread over buckets by it
 * @param isCluster whether the table is clustered by it
 * @since 0.1.0
 */
public record Column(String name, @Nullable String description, String dataType, boolean nullable, boolean isPartition,
		boolean isBucket, boolean isCluster) {

}
