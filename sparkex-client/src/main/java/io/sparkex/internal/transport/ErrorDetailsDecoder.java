package io.sparkex.internal.transport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.BreakingChange;
import io.sparkex.errors.QueryContext;
import io.sparkex.errors.RemoteError;
import io.sparkex.errors.ServerThrowable;
import io.sparkex.internal.proto.FetchErrorDetailsResponse;

/**
 * Decoder of the details of an error, or the trailers of the call if there are no
 * details.
 */
final class ErrorDetailsDecoder {

	/**
	 * The maximum length of a cause chain. Servers send fewer causes; the limit protects
	 * the memory from other peers.
	 */
	private static final int MAX_CHAIN = 50;

	private ErrorDetailsDecoder() {
	}

	/**
	 * Decodes an error from its trailers alone.
	 */
	static RemoteError decode(String description, ErrorTrailers trailers) {
		ServerThrowable thrown = new ServerThrowable(types(trailers), trailers.errorClass(), description, List.of(),
				null);
		return new RemoteError(ErrorText.withoutDetails(description), trailers.errorClass(), trailers.sqlState(),
				trailers.messageParameters(), List.of(), thrown, null);
	}

	private static List<String> types(ErrorTrailers trailers) {
		if (!trailers.errorTypes().isEmpty() || trailers.errorType() == null) {
			return trailers.errorTypes();
		}
		return List.of(trailers.errorType());
	}

	/**
	 * Decodes an error with the available details.
	 */
	static RemoteError decode(FetchErrorDetailsResponse details, String description, ErrorTrailers trailers) {
		if (!details.hasRootErrorIdx() || !isIndex(details.getRootErrorIdx(), details)) {
			return decode(description, trailers);
		}
		FetchErrorDetailsResponse.Error root = details.getErrors(details.getRootErrorIdx());
		FetchErrorDetailsResponse.SparkThrowable spark = root.getSparkThrowable();
		List<QueryContext> contexts = QueryContexts.decode(spark.getQueryContextsList());
		ServerThrowable thrown = thrown(chain(details), trailers);
		BreakingChange change = spark.hasBreakingChangeInfo() ? breakingChange(spark.getBreakingChangeInfo()) : null;
		String message = root.getMessage().isBlank() ? description : root.getMessage();
		return new RemoteError(ErrorText.of(message, contexts, thrown, change),
				orElse(errorClass(root), trailers.errorClass()),
				orElse(spark.hasSqlState() ? spark.getSqlState() : null, trailers.sqlState()),
				parameters(spark.getMessageParametersMap(), trailers), contexts, thrown, change);
	}

	private static boolean isIndex(int index, FetchErrorDetailsResponse details) {
		return index >= 0 && index < details.getErrorsCount();
	}

	private static Map<String, String> parameters(Map<String, String> parameters, ErrorTrailers trailers) {
		return parameters.isEmpty() ? trailers.messageParameters() : parameters;
	}

	private static @Nullable String errorClass(FetchErrorDetailsResponse.Error error) {
		return error.getSparkThrowable().hasErrorClass() ? error.getSparkThrowable().getErrorClass() : null;
	}

	private static @Nullable String orElse(@Nullable String text, @Nullable String other) {
		return (text != null && !text.isBlank()) ? text : other;
	}

	/**
	 * Returns the error and its causes, up to one that is missing or repeated.
	 */
	private static List<FetchErrorDetailsResponse.Error> chain(FetchErrorDetailsResponse details) {
		List<FetchErrorDetailsResponse.Error> chain = new ArrayList<>();
		Set<Integer> seen = new HashSet<>();
		int index = details.getRootErrorIdx();
		while (isIndex(index, details) && seen.add(index) && chain.size() < MAX_CHAIN) {
			FetchErrorDetailsResponse.Error error = details.getErrors(index);
			chain.add(error);
			index = error.hasCauseIdx() ? error.getCauseIdx() : -1;
		}
		return chain;
	}

	private static ServerThrowable thrown(List<FetchErrorDetailsResponse.Error> chain, ErrorTrailers trailers) {
		ServerThrowable cause = null;
		for (int i = chain.size() - 1; i > 0; i--) {
			FetchErrorDetailsResponse.Error error = chain.get(i);
			cause = thrown(error, error.getErrorTypeHierarchyList(), cause);
		}
		FetchErrorDetailsResponse.Error root = chain.get(0);
		return thrown(root,
				(root.getErrorTypeHierarchyCount() > 0) ? root.getErrorTypeHierarchyList() : types(trailers), cause);
	}

	private static ServerThrowable thrown(FetchErrorDetailsResponse.Error error, List<String> types,
			@Nullable ServerThrowable cause) {
		List<StackTraceElement> stackTrace = error.getStackTraceList()
			.stream()
			.map((element) -> new StackTraceElement(element.getDeclaringClass(), element.getMethodName(),
					element.hasFileName() ? element.getFileName() : null, element.getLineNumber()))
			.toList();
		return new ServerThrowable(types, errorClass(error), error.getMessage().isEmpty() ? null : error.getMessage(),
				stackTrace, cause);
	}

	/**
	 * Assumes that the query needs a review if the server does not say.
	 */
	private static BreakingChange breakingChange(FetchErrorDetailsResponse.BreakingChangeInfo info) {
		boolean mitigated = info.hasMitigationConfig() && !info.getMitigationConfig().getKey().isEmpty();
		return new BreakingChange(info.getMigrationMessageList(),
				mitigated ? info.getMitigationConfig().getKey() : null,
				mitigated ? info.getMitigationConfig().getValue() : null,
				!info.hasNeedsAudit() || info.getNeedsAudit());
	}

}
