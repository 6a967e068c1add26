/**
 * Application information about Spark.
 */
@NullMarked
package io.sparkex.boot.info;

import org.jspecify.annotations.NullMarked;
