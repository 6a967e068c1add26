/**
 * Auto-configuration for an embedded Spark Connect server for development and tests.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.embedded;

import org.jspecify.annotations.NullMarked;
