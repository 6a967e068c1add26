/**
 * The remote calls of a session: channel, retries, reattachable execution, session
 * lifecycle and error conversion.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.transport;

import org.jspecify.annotations.NullMarked;
