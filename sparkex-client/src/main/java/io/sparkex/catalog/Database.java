package io.sparkex.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A database, also known as schema or namespace.
 *
 * @param name the database name
 * @param catalog the name of its catalog, or {@code null} if the server does not report
 * it
 * @param description a description, or {@code null}
 * @param locationUri the location of its tables, or {@code null} if the catalog has none
 * @since 0.1.0
 */
public record Database(String name, @Nullable String catalog, @Nullable String description,
		@Nullable String locationUri) {

}
