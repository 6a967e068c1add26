/**
 * An empty application.
 */
@NullMarked
package io.sparkex.startup;

import org.jspecify.annotations.NullMarked;
