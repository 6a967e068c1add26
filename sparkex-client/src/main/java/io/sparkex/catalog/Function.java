package io.sparkex.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A function that SQL can call.
 *
 * @param name the name
 * @param catalog the catalog it is in, or {@code null} if it is built in or temporary
 * @param namespace the parts of the name of its database, empty if it is built in or
 * temporary
 * @param description what it does, or {@code null}
 * @param className the class that implements it, or {@code null} if the server does not
 * say
 * @param isTemporary whether it ends with the session; built-in functions count as such
 * @since 0.1.0
 */
public record Function(String name, @Nullable String catalog, List<String> namespace, @Nullable String description,
		@Nullable String className, boolean isTemporary) {

	public Function {
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
