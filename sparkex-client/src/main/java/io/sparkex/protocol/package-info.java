/**
 * Between the intermediate representation and the messages of Spark Connect. Knows
 * protobuf, but nothing of how messages travel.
 * <p>
 * Not for applications: it may change with any release.
 */
@NullMarked
package io.sparkex.protocol;

import org.jspecify.annotations.NullMarked;
