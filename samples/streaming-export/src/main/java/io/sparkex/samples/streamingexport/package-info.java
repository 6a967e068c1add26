/**
 * Exports of millions of rows as Arrow, CSV, NDJSON and JSON with constant memory.
 */
@NullMarked
package io.sparkex.samples.streamingexport;

import org.jspecify.annotations.NullMarked;
