/**
 * Values of Spark types that have no corresponding Java class.
 */
@NullMarked
package io.sparkex.values;

import org.jspecify.annotations.NullMarked;
