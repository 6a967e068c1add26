/**
 * Exports of millions of rows as Arrow, CSV, NDJSON and JSON, in memory that does not
 * grow with them.
 */
@NullMarked
package io.sparkex.samples.streamingexport;

import org.jspecify.annotations.NullMarked;
