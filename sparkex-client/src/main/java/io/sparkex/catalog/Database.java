package io.sparkex.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A database, which other systems call a schema or a namespace.
 *
 * @param name the name
 * @param catalog the catalog it is in, or {@code null} if the server does not say
 * @param description a description, or {@code null}
 * @param locationUri where its tables are kept, or {@code null} if the catalog has no
 * place for them
 * @since 0.1.0
 */
public record Database(String name, @Nullable String catalog, @Nullable String description,
		@Nullable String locationUri) {

}
