package io.sparkex.embedded;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Puts the server's output lines together to log events. Control characters mark where an
 * event begins and ends, so that messages of several lines and stack traces stay whole;
 * lines outside of events come from System.out, native code or the JVM itself. Used by
 * one thread.
 */
final class LogEventParser {

	/**
	 * Marks begin, separator and end: the ASCII characters made for records, units and
	 * groups.
	 */
	static final char BEGIN = '\u001e';

	static final char SEPARATOR = '\u001f';

	static final char END = '\u001d';

	static final String RAW_LOGGER = "output";

	private static final int MAX_LENGTH = 64 * 1024;

	private @Nullable StringBuilder open;

	/**
	 * Takes the next line and returns the event it completes, if it completes one.
	 */
	@Nullable LogEvent next(String line) {
		if (!line.isEmpty() && line.charAt(0) == BEGIN) {
			this.open = new StringBuilder();
			line = line.substring(1);
		}
		StringBuilder event = this.open;
		if (event == null) {
			return line.isBlank() ? null : new LogEvent(Level.INFO, RAW_LOGGER, line);
		}
		boolean last = !line.isEmpty() && line.charAt(line.length() - 1) == END;
		String content = last ? line.substring(0, line.length() - 1) : line;
		if (event.length() < MAX_LENGTH) {
			event.append(content).append('\n');
		}
		if (!last) {
			return null;
		}
		this.open = null;
		return parse(event.toString().stripTrailing());
	}

	/**
	 * Whatever an event cut short by the end of the output had to say.
	 */
	@Nullable LogEvent rest() {
		StringBuilder event = this.open;
		this.open = null;
		return (event != null) ? parse(event.toString().stripTrailing()) : null;
	}

	private static LogEvent parse(String event) {
		String[] parts = event.split(String.valueOf(SEPARATOR), 3);
		if (parts.length < 3) {
			return new LogEvent(Level.INFO, RAW_LOGGER, event);
		}
		return new LogEvent(level(parts[0]), parts[1], parts[2]);
	}

	private static Level level(String name) {
		return switch (name.toUpperCase(Locale.ROOT)) {
			case "TRACE" -> Level.TRACE;
			case "DEBUG" -> Level.DEBUG;
			case "INFO" -> Level.INFO;
			case "WARN" -> Level.WARN;
			default -> Level.ERROR;
		};
	}

}
