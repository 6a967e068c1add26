/**
 * Results as text, written from the columns as they arrived: JSON, JSON lines and CSV.
 */
@NullMarked
package io.sparkex.export;

import org.jspecify.annotations.NullMarked;
