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
 * The request to run a plan before it is sent.
 */
final class OutgoingExecution implements ExecutionRequest {

	/** The headers of the calls of an execution. */
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
	 * Creates a request with a new operation id.
	 * @param sessionId the id of the session
	 * @param server the address of the server
	 * @param kind the kind of the execution
	 * @param tags the initial tags
	 * @param planText returns the plan as text
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
	 * Returns the options with the added headers.
	 */
	CallOptions addHeaders(CallOptions options) {
		return this.headers.isEmpty() ? options : options.withOption(HEADERS, Map.copyOf(this.headers));
	}

	Execution execution() {
		return new Execution(this.operationId, this.sessionId, this.kind, this.tags);
	}

}
