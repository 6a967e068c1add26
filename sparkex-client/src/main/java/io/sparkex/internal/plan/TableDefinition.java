package io.sparkex.internal.plan;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Properties of a table to create, besides its columns.
 *
 * @param provider the data source format, or {@code null} for the default of the catalog
 * @param partitioning the partition columns or transforms, such as {@code years(ts)}
 * @param clustering the clustering columns
 * @param properties the table properties
 * @since 0.1.0
 */
public record TableDefinition(@Nullable String provider, List<Expression> partitioning, List<String> clustering,
		Map<String, String> properties) {

	public TableDefinition {
		partitioning = List.copyOf(partitioning);
		clustering = List.copyOf(clustering);
		properties = Options.copyOf(properties);
	}

}
