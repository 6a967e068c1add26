/**
 * A Spark Connect server in a child process, for tests and development.
 */
@NullMarked
package io.sparkex.embedded;

import org.jspecify.annotations.NullMarked;
