/**
 * What records and beans say of the columns they are read from and written to.
 */
@NullMarked
package io.sparkex.annotation;

import org.jspecify.annotations.NullMarked;
