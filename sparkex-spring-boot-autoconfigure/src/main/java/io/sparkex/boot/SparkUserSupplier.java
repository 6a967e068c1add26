package io.sparkex.boot;

import org.jspecify.annotations.Nullable;

/**
 * Says on whose behalf Spark is asked, such as the user who has logged in.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkUserSupplier {

	/**
	 * The user of this thread.
	 * @return the user, or {@code null} if there is none
	 */
	@Nullable String getUserId();

}
