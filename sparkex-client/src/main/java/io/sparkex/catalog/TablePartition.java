package io.sparkex.catalog;

/**
 * A partition of a table.
 *
 * @param partition the partition values, such as {@code year=2024/month=2}
 * @since 0.1.0
 */
public record TablePartition(String partition) {

}
