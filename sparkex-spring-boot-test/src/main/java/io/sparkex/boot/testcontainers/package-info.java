/**
 * Spark Connect servers in containers, for tests.
 */
@NullMarked
package io.sparkex.boot.testcontainers;

import org.jspecify.annotations.NullMarked;
