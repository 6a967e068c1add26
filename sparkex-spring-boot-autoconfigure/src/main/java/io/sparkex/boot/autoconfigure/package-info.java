/**
 * Auto-configuration for {@link io.sparkex.SparkSession}.
 */
@NullMarked
package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
