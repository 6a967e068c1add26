package io.sparkex.embedded;

import org.slf4j.event.Level;

/**
 * Log4j 2 configuration of the server, with the layout for {@link LogEventParser}.
 */
final class LogConfiguration {

	/** The logger that logs the port at level INFO. */
	static final String SERVER_LOGGER = "org.apache.spark.sql.connect.service.SparkConnectServer";

	private static final String TEMPLATE = """
			rootLogger.level = %s
			rootLogger.appenderRef.parent.ref = parent
			appender.parent.type = Console
			appender.parent.name = parent
			appender.parent.target = SYSTEM_OUT
			appender.parent.layout.type = PatternLayout
			appender.parent.layout.charset = UTF-8
			appender.parent.layout.pattern = %s
			logger.server.name = %s
			logger.server.level = info
			# Warns about missing native libraries of Hadoop, which are not needed.
			logger.native.name = org.apache.hadoop.util.NativeCodeLoader
			logger.native.level = error
			""";

	/**
	 * Configuration that disables loggers of errors that the client also receives:
	 * exceptions of failed queries, and streams that the client has closed itself.
	 */
	private static final String QUIET = """
			logger.errors.name = org.apache.spark.sql.connect.utils.ErrorUtils
			logger.errors.level = off
			logger.streams.name = org.sparkproject.connect.grpc.netty.NettyServerHandler
			logger.streams.level = error
			""";

	private LogConfiguration() {
	}

	static String at(Level level) {
		String pattern = escape(LogEventParser.BEGIN) + "%p" + escape(LogEventParser.SEPARATOR) + "%c"
				+ escape(LogEventParser.SEPARATOR) + "%m%n%ex" + escape(LogEventParser.END) + "%n";
		boolean quiet = level == Level.WARN || level == Level.ERROR;
		return TEMPLATE.formatted(level, pattern, SERVER_LOGGER) + (quiet ? QUIET : "");
	}

	private static String escape(char character) {
		return String.format("\\u%04x", (int) character);
	}

}
