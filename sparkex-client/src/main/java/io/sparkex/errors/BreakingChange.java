package io.sparkex.errors;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change between two versions of Spark that is behind an error: the same query has
 * worked before.
 *
 * @param migrationMessages how to adapt the query, for people
 * @param configKey the setting that brings the earlier behaviour back, or {@code null}
 * @param configValue the value to set it to, or {@code null}
 * @param needsAudit whether somebody should look at the query before the setting is used;
 * otherwise the query can be repeated with it at once
 * @since 0.1.0
 */
public record BreakingChange(List<String> migrationMessages, @Nullable String configKey, @Nullable String configValue,
		boolean needsAudit) implements Serializable {

	public BreakingChange {
		migrationMessages = List.copyOf(migrationMessages);
		if ((configKey == null) != (configValue == null)) {
			throw new IllegalArgumentException("configKey and configValue must both be there, or neither");
		}
	}

}
