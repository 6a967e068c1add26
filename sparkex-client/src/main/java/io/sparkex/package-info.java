/**
 * Apache Spark for Java applications: sessions, lazy data frames, columns and functions.
 */
@NullMarked
package io.sparkex;

import org.jspecify.annotations.NullMarked;
