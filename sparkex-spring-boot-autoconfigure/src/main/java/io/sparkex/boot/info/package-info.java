/**
 * What the application tells of its Spark.
 */
@NullMarked
package io.sparkex.boot.info;

import org.jspecify.annotations.NullMarked;
