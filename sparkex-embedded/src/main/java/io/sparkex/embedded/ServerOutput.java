package io.sparkex.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reader of the output of the server, which forwards it to SLF4J and detects the port.
 * Runs in one thread for each server.
 */
final class ServerOutput implements Runnable {

	private static final String LOGGER_PREFIX = "io.sparkex.embedded.server.";

	private static final Pattern STARTED = Pattern.compile("server started at: .*:(\\d{1,5})\\b");

	private static final Logger logger = LoggerFactory.getLogger(ServerOutput.class);

	private final InputStream stream;

	private final String token;

	private final LogTail tail = new LogTail();

	/** The port, or {@code null} if the output ends before the port is detected. */
	private final CompletableFuture<@Nullable Integer> port = new CompletableFuture<>();

	ServerOutput(InputStream stream, String token) {
		this.stream = stream;
		this.token = token;
	}

	LogTail tail() {
		return this.tail;
	}

	CompletableFuture<@Nullable Integer> port() {
		return this.port;
	}

	@Override
	public void run() {
		LogEventParser parser = new LogEventParser();
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(this.stream, StandardCharsets.UTF_8))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				accept(parser.next(line.replace(this.token, "***")));
			}
		}
		catch (IOException ex) {
			// Reading from a killed process may fail instead of reaching the end.
			logger.trace("Output of the server ended", ex);
		}
		finally {
			accept(parser.rest());
			this.port.complete(null);
		}
	}

	private void accept(@Nullable LogEvent event) {
		if (event == null) {
			return;
		}
		this.tail.add(event);
		Level level = event.level();
		if (event.logger().equals(LogConfiguration.SERVER_LOGGER) && level == Level.INFO) {
			Matcher matcher = STARTED.matcher(event.text());
			if (matcher.find()) {
				this.port.complete(Integer.valueOf(matcher.group(1)));
			}
			// Enabled by sparkex, not by the user.
			level = Level.DEBUG;
		}
		LoggerFactory.getLogger(LOGGER_PREFIX + event.logger()).atLevel(level).log(event.text());
	}

}
