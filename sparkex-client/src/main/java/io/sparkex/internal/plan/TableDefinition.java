package io.sparkex.internal.plan;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a table is created with, besides the columns of its rows.
 *
 * @param provider the format, or {@code null} for the catalog's default
 * @param partitioning columns or transforms of them, such as {@code years(ts)}
 * @param clustering columns by whose values rows are kept together
 * @param properties properties of the table
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
