/**
 * The intermediate representation (IR): immutable records for relations, expressions and
 * commands, independent of protobuf.
 * <p>
 * Internal: may change with any release.
 */
@NullMarked
package io.sparkex.internal.plan;

import org.jspecify.annotations.NullMarked;
