/**
 * Simulated infrastructure: a Spark Connect server, a gateway that terminates TLS and
 * validates tokens, and an identity provider. Not intended for use in applications.
 */
@NullMarked
package io.sparkex.samples.secured.gateway;

import org.jspecify.annotations.NullMarked;
