/**
 * Maps column batches to rows, records, beans and single values, and Java objects to
 * columns.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.mapping;

import org.jspecify.annotations.NullMarked;
