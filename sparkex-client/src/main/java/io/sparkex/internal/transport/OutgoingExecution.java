package io.sparkex.internal.transport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

import io.grpc.CallOptions;

import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionRequest;
import io.sparkex.internal.net.HeaderFields;

/**
 * What goes with a plan that is about to be sent.
 */
final class OutgoingExecution implements ExecutionRequest {

	/** The headers of calls that belong to an execution. */
	static final CallOptions.Key<Map<String, String>> HEADERS = CallOptions.Key.createWithDefault("sparkex-headers",
			Map.of());

	private final String operationId = UUID.randomUUID().toString();

	private final String sessionId;

	private final String server;

	private final Execution.Kind kind;

	private final Supplier<String> planText;

	private final Set<String> tags;

	private final Map<String, String> headers = new LinkedHashMap<>();

	/**
	 * A new operation.
	 * @param sessionId the session it belongs to
	 * @param server where it will run
	 * @param kind what it is for
	 * @param tags the tags it bears in any case
	 * @param planText prints its plan
	 */
	OutgoingExecution(String sessionId, String server, Execution.Kind kind, Set<String> tags,
			Supplier<String> planText) {
		this.sessionId = sessionId;
		this.server = server;
		this.kind = kind;
		this.tags = new TreeSet<>(tags);
		this.planText = planText;
	}

	@Override
	public String operationId() {
		return this.operationId;
	}

	@Override
	public String sessionId() {
		return this.sessionId;
	}

	@Override
	public String server() {
		return this.server;
	}

	@Override
	public Execution.Kind kind() {
		return this.kind;
	}

	@Override
	public Set<String> tags() {
		return Set.copyOf(this.tags);
	}

	@Override
	public String planText() {
		return this.planText.get();
	}

	@Override
	public void addTag(String tag) {
		SessionTags.check(tag);
		this.tags.add(tag);
	}

	@Override
	public void addHeader(String name, String value) {
		HeaderFields.check(name, value);
		this.headers.put(name, value);
	}

	/**
	 * Options with the headers that were added.
	 */
	CallOptions addHeaders(CallOptions options) {
		return this.headers.isEmpty() ? options : options.withOption(HEADERS, Map.copyOf(this.headers));
	}

	Execution execution() {
		return new Execution(this.operationId, this.sessionId, this.kind, this.tags);
	}

}
