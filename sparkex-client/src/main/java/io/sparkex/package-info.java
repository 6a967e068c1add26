/**
 * Apache Spark for Java applications: sessions, lazy DataFrames, columns and functions.
 */
@NullMarked
package io.sparkex;

import org.jspecify.annotations.NullMarked;
