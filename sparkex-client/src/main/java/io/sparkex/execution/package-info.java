/**
 * What runs on the server, how far it is, and who is told of it.
 */
@NullMarked
package io.sparkex.execution;

import org.jspecify.annotations.NullMarked;
