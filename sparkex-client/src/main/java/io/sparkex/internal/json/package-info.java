/**
 * Reads and writes JSON values.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.json;

import org.jspecify.annotations.NullMarked;
