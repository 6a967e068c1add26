/**
 * Auto-configuration for exception translation.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.data;

import org.jspecify.annotations.NullMarked;
