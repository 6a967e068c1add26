package io.sparkex.embedded;

import org.slf4j.event.Level;

/**
 * One log event of the server, stack trace included.
 */
record LogEvent(Level level, String logger, String text) {

}
