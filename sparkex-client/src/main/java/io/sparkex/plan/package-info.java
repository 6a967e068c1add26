/**
 * The intermediate representation: what a frame, a column or a command means, as
 * immutable records that know nothing of the wire.
 * <p>
 * Not for applications: it may change with any release.
 */
@NullMarked
package io.sparkex.plan;

import org.jspecify.annotations.NullMarked;
