/**
 * A real Spark Connect server as a child process, for tests and development.
 */
@NullMarked
package io.sparkex.embedded;

import org.jspecify.annotations.NullMarked;
