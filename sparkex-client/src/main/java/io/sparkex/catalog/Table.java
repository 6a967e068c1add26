package io.sparkex.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table or a view.
 *
 * @param name the name
 * @param catalog the catalog it is in, or {@code null} for a temporary view
 * @param namespace the parts of the name of its database, empty for a temporary view
 * @param description a description, or {@code null}
 * @param tableType {@code MANAGED}, {@code EXTERNAL}, {@code VIEW}, {@code TEMPORARY} or
 * what else the catalog has
 * @param isTemporary whether it ends with the session
 * @since 0.1.0
 */
public record Table(String name, @Nullable String catalog, List<String> namespace, @Nullable String description,
		@Nullable String tableType, boolean isTemporary) {

	public Table {
		namespace = List.copyOf(namespace);
	}

	/**
	 * The name of the database, if it has just one part.
	 * @return the name, or {@code null}
	 */
	public @Nullable String database() {
		return (this.namespace.size() == 1) ? this.namespace.get(0) : null;
	}

}
