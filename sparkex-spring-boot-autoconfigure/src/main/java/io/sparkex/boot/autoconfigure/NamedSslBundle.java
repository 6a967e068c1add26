package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Connection details whose SSL bundle may be given other content later.
 */
interface NamedSslBundle {

	/**
	 * The name of the bundle.
	 * @return the name, or {@code null} if there is no bundle or it does not change
	 */
	@Nullable String getSslBundleName();

	/**
	 * The property that names the bundle.
	 * @return the name of the property
	 */
	String getSslBundleProperty();

}
