package io.sparkex.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table or view.
 *
 * @param name the table name
 * @param catalog the name of its catalog, or {@code null} for a temporary view
 * @param namespace the name parts of its database; empty for a temporary view
 * @param description a description, or {@code null}
 * @param tableType {@code MANAGED}, {@code EXTERNAL}, {@code VIEW}, {@code TEMPORARY}, or
 * another type of the catalog
 * @param isTemporary {@code true} for a temporary view
 * @since 0.1.0
 */
public record Table(String name, @Nullable String catalog, List<String> namespace, @Nullable String description,
		@Nullable String tableType, boolean isTemporary) {

	public Table {
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
