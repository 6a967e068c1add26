/**
 * Executions of queries and commands on the server, their progress, and listeners for
 * them.
 */
@NullMarked
package io.sparkex.execution;

import org.jspecify.annotations.NullMarked;
