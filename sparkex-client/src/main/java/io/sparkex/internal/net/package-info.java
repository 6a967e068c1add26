/**
 * Host names, header fields, PEM files and certificates, shared by the connection API and
 * the transport.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.net;

import org.jspecify.annotations.NullMarked;
