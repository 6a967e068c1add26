package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Connection details with a named SSL bundle, whose content may change.
 */
interface NamedSslBundle {

	/**
	 * Returns the name of the bundle.
	 * @return the name, or {@code null} if there is no bundle or its content does not
	 * change
	 */
	@Nullable String getSslBundleName();

	/**
	 * Returns the name of the property that refers to the bundle.
	 * @return the name of the property
	 */
	String getSslBundleProperty();

}
