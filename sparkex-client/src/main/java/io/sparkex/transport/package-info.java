/**
 * The one surface through which messages travel to a Spark Connect server and back:
 * channel, session, errors.
 */
@NullMarked
package io.sparkex.transport;

import org.jspecify.annotations.NullMarked;
