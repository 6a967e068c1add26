package io.sparkex.boot.web;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import org.springframework.stereotype.Component;

import io.sparkex.boot.observation.SparkExecutionContext;

/**
 * Recorder of the parent observations of queries.
 */
@Component
class ParentObservationRecorder implements ObservationHandler<SparkExecutionContext> {

	private final Queue<String> parents = new ConcurrentLinkedQueue<>();

	@Override
	public void onStart(SparkExecutionContext context) {
		ObservationView parent = context.getParentObservation();
		this.parents.add((parent != null) ? String.valueOf(parent.getContextView().getName()) : "none");
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof SparkExecutionContext;
	}

	void reset() {
		this.parents.clear();
	}

	/**
	 * Returns the names of the parent observations.
	 */
	Queue<String> parents() {
		return this.parents;
	}

}
