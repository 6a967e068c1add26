/**
 * What stands in for the infrastructure: a Spark, the gateway before it that ends TLS and
 * checks tokens, and the identity provider that gives them. Nothing in here is for an
 * application to copy.
 */
@NullMarked
package io.sparkex.samples.secured.gateway;

import org.jspecify.annotations.NullMarked;
