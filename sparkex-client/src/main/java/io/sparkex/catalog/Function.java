package io.sparkex.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A function that can be called in SQL.
 *
 * @param name the function name
 * @param catalog the name of its catalog, or {@code null} for a built-in or temporary
 * function
 * @param namespace the name parts of its database; empty for a built-in or temporary
 * function
 * @param description a description, or {@code null}
 * @param className the name of the implementing class, or {@code null} if the server does
 * not report it
 * @param isTemporary {@code true} for a temporary function; also for built-in functions
 * @since 0.1.0
 */
public record Function(String name, @Nullable String catalog, List<String> namespace, @Nullable String description,
		@Nullable String className, boolean isTemporary) {

	public Function {
		namespace = List.copyOf(namespace);
	}

	/**
	 * Returns the name of the database, if it has a single part.
	 * @return the name, or {@code null}
	 */
	public @Nullable String database() {
		return (this.namespace.size() == 1) ? this.namespace.get(0) : null;
	}

}
