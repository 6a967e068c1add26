/**
 * Options for results that are written as JSON and CSV.
 */
@NullMarked
package io.sparkex.export;

import org.jspecify.annotations.NullMarked;
