package io.sparkex.catalog;

/**
 * A partition of a table.
 *
 * @param partition its values, as in {@code year=2024/month=2}
 * @since 0.1.0
 */
public record TablePartition(String partition) {

}
