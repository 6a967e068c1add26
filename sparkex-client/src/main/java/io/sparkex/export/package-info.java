/**
 * Options for results in JSON and CSV format.
 */
@NullMarked
package io.sparkex.export;

import org.jspecify.annotations.NullMarked;
