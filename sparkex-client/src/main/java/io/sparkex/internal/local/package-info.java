/**
 * Encodes local data and uploads it to the server.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.local;

import org.jspecify.annotations.NullMarked;
