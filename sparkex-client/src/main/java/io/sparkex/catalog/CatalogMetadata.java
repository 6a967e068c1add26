package io.sparkex.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A catalog.
 *
 * @param name the name
 * @param description a description, or {@code null}
 * @since 0.1.0
 */
public record CatalogMetadata(String name, @Nullable String description) {

}
