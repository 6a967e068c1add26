package io.sparkex.boot.observation;

import java.util.Set;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionRequest;
import io.sparkex.execution.ExecutionSummary;

/**
 * What is known of a query or command while it is observed. Its carrier takes the headers
 * that connect the trace with the server.
 *
 * @since 0.1.0
 */
public class SparkExecutionContext extends SenderContext<ExecutionRequest> {

	private final String operationId;

	private final String sessionId;

	private final Execution.Kind kind;

	private final String server;

	private final Set<String> tags;

	private final @Nullable String planText;

	private @Nullable ExecutionSummary summary;

	/**
	 * The context of an execution that is about to be sent.
	 * @param request the execution
	 * @param includePlan whether the plan may be shown
	 */
	public SparkExecutionContext(ExecutionRequest request, boolean includePlan) {
		super((carrier, name, value) -> {
			if (carrier != null) {
				carrier.addHeader(name, value);
			}
		}, Kind.CLIENT);
		this.operationId = request.operationId();
		this.sessionId = request.sessionId();
		this.kind = request.kind();
		this.server = request.server();
		this.tags = request.tags();
		this.planText = includePlan ? request.planText() : null;
		setCarrier(request);
		setRemoteServiceName("spark");
		// Tracers take it for a URI.
		setRemoteServiceAddress("sc://" + request.server());
	}

	/**
	 * The id of the operation on the server.
	 * @return a UUID
	 */
	public String getOperationId() {
		return this.operationId;
	}

	/**
	 * The session it belongs to.
	 * @return a UUID
	 */
	public String getSessionId() {
		return this.sessionId;
	}

	/**
	 * Whether it returns rows or has an effect.
	 * @return the kind
	 */
	public Execution.Kind getKindOfExecution() {
		return this.kind;
	}

	/**
	 * Where the server is.
	 * @return host and port
	 */
	public String getServer() {
		return this.server;
	}

	/**
	 * The tags that it bore when it was about to be sent, such as those of its frame.
	 * @return the tags
	 */
	public Set<String> getTags() {
		return this.tags;
	}

	/**
	 * The plan for people to read.
	 * @return the text, or {@code null} if it must not be shown
	 */
	public @Nullable String getPlanText() {
		return this.planText;
	}

	/**
	 * What can be said of an execution that was successful.
	 * @return the summary, or {@code null} before that or if it failed
	 */
	public @Nullable ExecutionSummary getSummary() {
		return this.summary;
	}

	void setSummary(ExecutionSummary summary) {
		this.summary = summary;
	}

}
