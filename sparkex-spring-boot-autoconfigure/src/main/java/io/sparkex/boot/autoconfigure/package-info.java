/**
 * Auto-configuration of a managed {@link io.sparkex.SparkSession}.
 */
@NullMarked
package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
