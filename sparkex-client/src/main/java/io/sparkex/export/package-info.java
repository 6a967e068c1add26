/**
 * Results as text, written from the columns as they arrived: JSON, JSON lines and CSV.
 * <p>
 * The options are for applications; the writers are what the facade drives.
 */
@NullMarked
package io.sparkex.export;

import org.jspecify.annotations.NullMarked;
