package io.sparkex.internal.transport;

import java.util.List;

import io.sparkex.errors.QueryContext;
import io.sparkex.internal.proto.FetchErrorDetailsResponse;

/**
 * Decoder of the query contexts of an error.
 */
final class QueryContexts {

	private QueryContexts() {
	}

	/**
	 * Servers send an empty context if they do not know it.
	 */
	static List<QueryContext> decode(List<FetchErrorDetailsResponse.QueryContext> messages) {
		return messages.stream().filter((message) -> !isEmpty(message)).map(QueryContexts::decode).toList();
	}

	private static boolean isEmpty(FetchErrorDetailsResponse.QueryContext message) {
		return message.getFragment().isEmpty() && message.getSummary().isBlank() && message.getCallSite().isEmpty();
	}

	private static QueryContext decode(FetchErrorDetailsResponse.QueryContext message) {
		boolean call = message.getContextType() == FetchErrorDetailsResponse.QueryContext.ContextType.DATAFRAME;
		return new QueryContext(call ? QueryContext.Kind.DATAFRAME : QueryContext.Kind.SQL, message.getObjectType(),
				message.getObjectName(), call ? -1 : message.getStartIndex(), call ? -1 : message.getStopIndex(),
				message.getFragment(), message.getCallSite(), message.getSummary());
	}

}
