package io.sparkex.boot.observation;

import java.util.Set;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionRequest;
import io.sparkex.execution.ExecutionSummary;

/**
 * {@link io.micrometer.observation.Observation.Context} of a query or command. The
 * carrier receives the headers that propagate the trace to the server.
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
	 * Creates the context of an execution that has not been sent yet.
	 * @param request the execution
	 * @param includePlan whether to include the plan
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
		// Tracers expect a URI.
		setRemoteServiceAddress("sc://" + request.server());
	}

	/**
	 * Returns the ID of the operation on the server.
	 * @return a UUID
	 */
	public String getOperationId() {
		return this.operationId;
	}

	/**
	 * Returns the ID of the session.
	 * @return a UUID
	 */
	public String getSessionId() {
		return this.sessionId;
	}

	/**
	 * Returns the kind of execution: a query or a command.
	 * @return the kind
	 */
	public Execution.Kind getKindOfExecution() {
		return this.kind;
	}

	/**
	 * Returns the address of the server.
	 * @return host and port
	 */
	public String getServer() {
		return this.server;
	}

	/**
	 * Returns the tags that the execution had when it was sent, such as the tags of its
	 * DataFrame.
	 * @return the tags
	 */
	public Set<String> getTags() {
		return this.tags;
	}

	/**
	 * Returns the plan as text.
	 * @return the text, or {@code null} if plans are not included
	 */
	public @Nullable String getPlanText() {
		return this.planText;
	}

	/**
	 * Returns the summary of a successful execution.
	 * @return the summary, or {@code null} if the execution is active or has failed
	 */
	public @Nullable ExecutionSummary getSummary() {
		return this.summary;
	}

	void setSummary(ExecutionSummary summary) {
		this.summary = summary;
	}

}
