/**
 * Storage levels of cached data.
 */
@NullMarked
package io.sparkex.storage;

import org.jspecify.annotations.NullMarked;
