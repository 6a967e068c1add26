/**
 * A web application whose users each have a session of their own on a Spark that is
 * behind TLS and tokens.
 */
@NullMarked
package io.sparkex.samples.secured;

import org.jspecify.annotations.NullMarked;
