package io.sparkex.internal.query;

import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionProgress;
import io.sparkex.execution.ProgressHandler;

/**
 * Listener that passes progress to a handler. Listeners of the same handler are equal.
 */
public record ProgressListener(ProgressHandler handler) implements ExecutionListener {

	@Override
	public void progressed(Execution execution, ExecutionProgress progress) {
		this.handler.progressed(execution, progress);
	}

}
