package io.sparkex.errors;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A breaking change between two Spark versions that causes an error. The same query
 * worked in an earlier version.
 *
 * @param migrationMessages instructions to migrate the query
 * @param configKey the configuration property that restores the previous behavior, or
 * {@code null}
 * @param configValue the value of the configuration property, or {@code null}
 * @param needsAudit {@code true} if the query should be reviewed before the property is
 * set; {@code false} if the query can be retried with the property immediately
 * @since 0.1.0
 */
public record BreakingChange(List<String> migrationMessages, @Nullable String configKey, @Nullable String configValue,
		boolean needsAudit) implements Serializable {

	public BreakingChange {
		migrationMessages = List.copyOf(migrationMessages);
		if ((configKey == null) != (configValue == null)) {
			throw new IllegalArgumentException("configKey and configValue must either both be set or both be null");
		}
	}

}
