/**
 * Testcontainers support for Spark Connect.
 */
@NullMarked
package io.sparkex.boot.testcontainers;

import org.jspecify.annotations.NullMarked;
