package io.sparkex.embedded;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Parser of the output of the server into log events. Control characters mark the begin
 * and end of an event, so that it may have several lines. Lines outside of events come
 * from System.out, native code or the JVM. Not thread-safe.
 */
final class LogEventParser {

	/**
	 * The ASCII record, unit and group separators.
	 */
	static final char BEGIN = '\u001e';

	static final char SEPARATOR = '\u001f';

	static final char END = '\u001d';

	static final String RAW_LOGGER = "output";

	private static final int MAX_LENGTH = 64 * 1024;

	private @Nullable StringBuilder open;

	/**
	 * Parses the next line and returns the event that it completes, or {@code null}.
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
	 * Returns the incomplete event at the end of the output, or {@code null}.
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
