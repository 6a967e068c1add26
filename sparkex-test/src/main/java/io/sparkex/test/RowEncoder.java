package io.sparkex.test;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.arrow.ArrowStreamEncoder;

/**
 * Encoder of a range of rows.
 */
@FunctionalInterface
interface RowEncoder {

	@Nullable ByteBuffer encode(ArrowStreamEncoder encoder, int start, int end);

}
