/**
 * Annotations that map records and beans to columns.
 */
@NullMarked
package io.sparkex.annotation;

import org.jspecify.annotations.NullMarked;
