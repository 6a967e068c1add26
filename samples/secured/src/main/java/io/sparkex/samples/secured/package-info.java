/**
 * A web application with a Spark session for each user, on a server that requires TLS and
 * tokens.
 */
@NullMarked
package io.sparkex.samples.secured;

import org.jspecify.annotations.NullMarked;
