package io.sparkex.embedded;

import org.slf4j.event.Level;

/**
 * A log event of the server, including its stack trace.
 */
record LogEvent(Level level, String logger, String text) {

}
