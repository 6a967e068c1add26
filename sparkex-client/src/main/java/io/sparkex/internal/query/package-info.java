/**
 * Runs plans and reads their results.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.query;

import org.jspecify.annotations.NullMarked;
