package io.sparkex.boot.observation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionRequest;
import io.sparkex.execution.ExecutionSummary;

/**
 * {@link ExecutionListener} that creates an observation for each query and command. With
 * tracing, the trace context is sent to the server in the headers of the calls, and the
 * operation and its Spark jobs have the trace ID as a tag with the prefix {@code trace-}.
 *
 * @since 0.1.0
 */
public final class SparkObservationListener implements ExecutionListener {

	private static final SparkObservationConvention DEFAULT_CONVENTION = new DefaultSparkObservationConvention();

	/** The trace ID in a W3C {@code traceparent} header. */
	private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-.*");

	private final ObservationRegistry registry;

	private final @Nullable SparkObservationConvention convention;

	private final boolean includePlan;

	private final Map<String, Observation> observations = new ConcurrentHashMap<>();

	/**
	 * Creates a listener.
	 * @param registry the observation registry
	 * @param convention the convention, or {@code null} for the default convention
	 * @param includePlan whether to include plans, which contain the parameter values of
	 * queries
	 */
	public SparkObservationListener(ObservationRegistry registry, @Nullable SparkObservationConvention convention,
			boolean includePlan) {
		this.registry = registry;
		this.convention = convention;
		this.includePlan = includePlan;
	}

	@Override
	public void preparing(ExecutionRequest request) {
		SparkExecutionContext context = new SparkExecutionContext(new TaggingRequest(request), this.includePlan);
		Observation observation = SparkObservationDocumentation.EXECUTE.start(this.convention, DEFAULT_CONVENTION,
				() -> context, this.registry);
		if (!observation.isNoop()) {
			this.observations.put(request.operationId(), observation);
		}
	}

	@Override
	public void retried(Execution execution, Duration wait, String reason) {
		on(execution, (observation) -> observation.event(Observation.Event.of("retry", "retry after " + wait)));
	}

	@Override
	public void reattached(Execution execution) {
		on(execution, (observation) -> observation.event(Observation.Event.of("reattach")));
	}

	private void on(Execution execution, Consumer<Observation> action) {
		Observation observation = this.observations.get(execution.operationId());
		if (observation != null) {
			action.accept(observation);
		}
	}

	@Override
	public void finished(Execution execution, ExecutionSummary summary) {
		Observation observation = this.observations.remove(execution.operationId());
		if (observation != null) {
			if (observation.getContext() instanceof SparkExecutionContext context) {
				context.setSummary(summary);
			}
			observation.stop();
		}
	}

	@Override
	public void failed(Execution execution, RuntimeException failure) {
		Observation observation = this.observations.remove(execution.operationId());
		if (observation != null) {
			observation.error(failure);
			observation.stop();
		}
	}

	/**
	 * Execution request that adds the tag when the trace header is set.
	 */
	private static final class TaggingRequest extends ForwardingExecutionRequest {

		TaggingRequest(ExecutionRequest delegate) {
			super(delegate);
		}

		@Override
		public void addHeader(String name, String value) {
			super.addHeader(name, value);
			if (name.equalsIgnoreCase("traceparent")) {
				Matcher matcher = TRACE_PARENT.matcher(value);
				if (matcher.matches()) {
					addTag("trace-" + matcher.group(1));
				}
			}
		}

	}

}
