package io.sparkex.internal.transport;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.BreakingChange;
import io.sparkex.errors.QueryContext;
import io.sparkex.errors.ServerThrowable;

/**
 * Makes the message for people of what a server says of an error. Nothing is lost by it:
 * the exception of the server keeps its message as it came.
 */
final class ErrorText {

	/**
	 * The lines of a stack trace, as Spark writes it into the messages of failed jobs.
	 */
	private static final Pattern STACK_LINE = Pattern
		.compile("\\t+at \\S.*|\\t+\\.\\.\\. \\d+ (more|common frames omitted)|Driver stacktrace:");

	private static final int MAX_CAUSE = 500;

	private ErrorText() {
	}

	/**
	 * Makes a message of one that came without its details, though the server has them:
	 * servers up to 4.2 fail to send them if one of the causes has no message.
	 */
	static String withoutDetails(String message) {
		String text = of(message, List.of(), null, null);
		return (message.lines().anyMatch(ErrorText::isOfStack))
				? text + "\nThe server did not send what led to this; its log tells" : text;
	}

	/**
	 * Makes a message.
	 * @param message the message of the server
	 * @param contexts the parts of the query that it is about
	 * @param thrown the exception of the server
	 * @param change the change of Spark that is behind the error
	 */
	static String of(String message, List<QueryContext> contexts, @Nullable ServerThrowable thrown,
			@Nullable BreakingChange change) {
		StringBuilder text = new StringBuilder(CaretAlignment.align(withoutStacks(message)));
		for (QueryContext context : contexts) {
			// The messages of some errors have their contexts, those of others do not.
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
	 * The message of a job that failed often names its task and its machine, but not what
	 * was wrong.
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
			addLine(text,
					"Spark has changed here; setting " + key + " to " + change.configValue()
							+ " brings the earlier behaviour back"
							+ (change.needsAudit() ? ", if that is what is wanted" : ""));
		}
	}

}
