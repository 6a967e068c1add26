/**
 * Values of Spark for which Java has no class.
 */
@NullMarked
package io.sparkex.values;

import org.jspecify.annotations.NullMarked;
