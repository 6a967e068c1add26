package io.sparkex.boot.observation;

import java.util.Set;

import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionRequest;

/**
 * {@link ExecutionRequest} that forwards to another request.
 */
abstract class ForwardingExecutionRequest implements ExecutionRequest {

	private final ExecutionRequest delegate;

	ForwardingExecutionRequest(ExecutionRequest delegate) {
		this.delegate = delegate;
	}

	@Override
	public String operationId() {
		return this.delegate.operationId();
	}

	@Override
	public String sessionId() {
		return this.delegate.sessionId();
	}

	@Override
	public String server() {
		return this.delegate.server();
	}

	@Override
	public Execution.Kind kind() {
		return this.delegate.kind();
	}

	@Override
	public Set<String> tags() {
		return this.delegate.tags();
	}

	@Override
	public String planText() {
		return this.delegate.planText();
	}

	@Override
	public void addTag(String tag) {
		this.delegate.addTag(tag);
	}

	@Override
	public void addHeader(String name, String value) {
		this.delegate.addHeader(name, value);
	}

}
