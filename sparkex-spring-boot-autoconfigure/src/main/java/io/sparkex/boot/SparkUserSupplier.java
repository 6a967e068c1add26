package io.sparkex.boot;

import org.jspecify.annotations.Nullable;

/**
 * Supplier of the user that queries run for, such as the authenticated user.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkUserSupplier {

	/**
	 * Returns the ID of the current user.
	 * @return the user ID, or {@code null} if there is none
	 */
	@Nullable String getUserId();

}
