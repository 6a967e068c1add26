package io.sparkex.boot.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionSummary;
import io.sparkex.execution.SessionListener;

/**
 * {@link MeterBinder} for the metrics that observations do not provide: received rows and
 * bytes, retries and reattaches, active operations, and lost and rebuilt sessions.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class SparkMetrics implements MeterBinder, ExecutionListener, SessionListener {

	private final Set<String> active = ConcurrentHashMap.newKeySet();

	private final Set<String> unavailable = ConcurrentHashMap.newKeySet();

	private final List<Counters> counters = new CopyOnWriteArrayList<>();

	@Override
	public void bindTo(MeterRegistry registry) {
		this.counters.add(new Counters(registry));
		Gauge.builder("sparkex.operations.active", this.active, Set::size)
			.description("Active queries and commands.")
			.register(registry);
		Gauge.builder("sparkex.sessions.unavailable", this.unavailable, Set::size)
			.description("Lost sessions that have not been rebuilt.")
			.register(registry);
	}

	/**
	 * Increments a counter in each registry.
	 */
	private void count(Function<Counters, Counter> counter, double amount) {
		this.counters.forEach((counters) -> counter.apply(counters).increment(amount));
	}

	@Override
	public void started(Execution execution) {
		this.active.add(execution.operationId());
	}

	@Override
	public void received(Execution execution, long rows, long bytes) {
		count((counters) -> counters.rows, (double) rows);
		count((counters) -> counters.bytes, (double) bytes);
	}

	@Override
	public void retried(Execution execution, Duration wait, String reason) {
		count((counters) -> counters.retries, 1);
	}

	@Override
	public void reattached(Execution execution) {
		count((counters) -> counters.reattaches, 1);
	}

	@Override
	public void finished(Execution execution, ExecutionSummary summary) {
		this.active.remove(execution.operationId());
	}

	@Override
	public void failed(Execution execution, RuntimeException failure) {
		this.active.remove(execution.operationId());
	}

	@Override
	public void lost(String sessionId, SessionLostException loss) {
		this.unavailable.add(sessionId);
		count((counters) -> counters.lost, 1);
	}

	@Override
	public void rebuilt(String lostSessionId, String sessionId) {
		this.unavailable.remove(lostSessionId);
		count((counters) -> counters.rebuilt, 1);
	}

	@Override
	public void rebuildFailed(String sessionId, SparkException failure) {
		count((counters) -> counters.rebuildFailures, 1);
	}

	@Override
	public void closed(String sessionId) {
		this.unavailable.remove(sessionId);
	}

	/**
	 * Counters in one registry.
	 */
	private static final class Counters {

		private final Counter rows;

		private final Counter bytes;

		private final Counter retries;

		private final Counter reattaches;

		private final Counter lost;

		private final Counter rebuilt;

		private final Counter rebuildFailures;

		Counters(MeterRegistry registry) {
			this.rows = counter(registry, "sparkex.result.rows", BaseUnits.ROWS, "Received rows.");
			this.bytes = counter(registry, "sparkex.result.bytes", BaseUnits.BYTES, "Received bytes of Arrow data.");
			this.retries = counter(registry, "sparkex.rpc.retries", null,
					"Retries after a connection was lost or the server did not respond.");
			this.reattaches = counter(registry, "sparkex.rpc.reattaches", null, "Reattaches to running operations.");
			this.lost = counter(registry, "sparkex.sessions.lost", null, "Lost sessions.");
			this.rebuilt = counter(registry, "sparkex.sessions.rebuilt", null, "Rebuilt sessions.");
			this.rebuildFailures = counter(registry, "sparkex.sessions.rebuild.failures", null,
					"Failed attempts to rebuild a session.");
		}

		private static Counter counter(MeterRegistry registry, String name, @Nullable String unit, String description) {
			return Counter.builder(name).baseUnit(unit).description(description).register(registry);
		}

	}

}
