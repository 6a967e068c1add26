/**
 * Auto-configuration of an embedded Spark for development and tests.
 */
@NullMarked
package io.sparkex.boot.autoconfigure.embedded;

import org.jspecify.annotations.NullMarked;
