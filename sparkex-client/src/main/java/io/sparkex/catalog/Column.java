package io.sparkex.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the column name
 * @param description a comment, or {@code null}
 * @param dataType the type in SQL syntax
 * @param nullable {@code true} if the column may contain nulls
 * @param isPartition {@code true} if it is a partition column
 * @param isBucket {@code true} if it is a bucket column
 * @param isCluster {@code true} if it is a clustering column
 * @since 0.1.0
 */
public record Column(String name, @Nullable String description, String dataType, boolean nullable, boolean isPartition,
		boolean isBucket, boolean isCluster) {

}
