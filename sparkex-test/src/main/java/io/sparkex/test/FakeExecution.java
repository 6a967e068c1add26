package io.sparkex.test;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A query or command that a {@link FakeSpark} has received.
 *
 * @param plan the plan as text, in the form of {@link io.sparkex.DataFrame#planString()}
 * @param sql the SQL statement, if there is one
 * @param named the arguments of its named parameters; expressions are given as text
 * @param positional the arguments of its positional parameters; expressions are given as
 * text
 * @param tags the tags of the operation
 * @param isCommand whether it is a command
 * @since 0.1.0
 */
public record FakeExecution(String plan, @Nullable String sql, Map<String, @Nullable Object> named,
		List<@Nullable Object> positional, Set<String> tags, boolean isCommand) {

	public FakeExecution {
		named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
		positional = Collections.unmodifiableList(positional);
		tags = Set.copyOf(tags);
	}

	@Override
	public String toString() {
		return (this.sql != null) ? this.sql : this.plan.stripTrailing();
	}

}
