package io.sparkex.internal.transport;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.BreakingChange;
import io.sparkex.errors.QueryContext;
import io.sparkex.errors.ServerThrowable;

/**
 * Builder of readable messages from the information about an error. The exception of the
 * server retains its original message.
 */
final class ErrorText {

	/**
	 * The lines of a stack trace, which Spark includes in the messages of failed jobs.
	 */
	private static final Pattern STACK_LINE = Pattern
		.compile("\\t+at \\S.*|\\t+\\.\\.\\. \\d+ (more|common frames omitted)|Driver stacktrace:");

	private static final int MAX_CAUSE = 500;

	private ErrorText() {
	}

	/**
	 * Builds the message of an error whose details the server could not send. Servers up
	 * to 4.2 fail to send details if one of the causes has no message.
	 */
	static String withoutDetails(String message) {
		String text = of(message, List.of(), null, null);
		return message.lines().anyMatch(ErrorText::isOfStack)
				? text + "\nThe server did not send the cause; see its log" : text;
	}

	/**
	 * Builds a message.
	 * @param message the message of the server
	 * @param contexts the parts of the query that the error refers to
	 * @param thrown the exception of the server
	 * @param change the breaking change behind the error
	 */
	static String of(String message, List<QueryContext> contexts, @Nullable ServerThrowable thrown,
			@Nullable BreakingChange change) {
		StringBuilder text = new StringBuilder(CaretAlignment.align(withoutStacks(message)));
		for (QueryContext context : contexts) {
			// Only the messages of some errors include their contexts.
			addLine(text, CaretAlignment.align(context.summary()).strip());
		}
		if (thrown != null) {
			addRootCause(text, thrown);
		}
		if (change != null) {
			addMigration(text, change);
		}
		return text.toString();
	}

	private static String withoutStacks(String message) {
		return message.lines().filter((line) -> !isOfStack(line)).collect(Collectors.joining("\n")).strip();
	}

	private static boolean isOfStack(String line) {
		return STACK_LINE.matcher(line).matches();
	}

	private static void addLine(StringBuilder text, String line) {
		if (text.indexOf(line) < 0) {
			text.append('\n').append(line);
		}
	}

	/**
	 * Adds the root cause: the message of a failed job often names the task and the host
	 * but not the reason.
	 */
	private static void addRootCause(StringBuilder text, ServerThrowable thrown) {
		ServerThrowable root = thrown;
		for (ServerThrowable cause = root.getCause(); cause != null; cause = cause.getCause()) {
			root = cause;
		}
		String message = root.getMessage();
		if (root == thrown || message == null) {
			return;
		}
		String reason = withoutStacks(message);
		if (!reason.isEmpty() && text.indexOf(reason) < 0 && text.indexOf(CaretAlignment.align(reason)) < 0) {
			String cause = "Caused by: " + root.typeName() + ": " + reason;
			addLine(text, (cause.length() > MAX_CAUSE) ? cause.substring(0, MAX_CAUSE) + "..." : cause);
		}
	}

	private static void addMigration(StringBuilder text, BreakingChange change) {
		for (String migration : change.migrationMessages()) {
			addLine(text, migration.strip());
		}
		String key = change.configKey();
		if (key != null && text.indexOf(key) < 0) {
			addLine(text, "Spark changed this behavior; set " + key + " to " + change.configValue()
					+ " to restore the earlier behavior" + (change.needsAudit() ? ", if that is intended" : ""));
		}
	}

}
