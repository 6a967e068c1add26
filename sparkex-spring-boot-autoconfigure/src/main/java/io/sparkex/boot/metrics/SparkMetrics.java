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
 * Counts what the timer of observations does not: rows and bytes of results, tries,
 * operations that are under way, and what becomes of sessions. Thread-safe.
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
			.description("Queries and commands that are under way.")
			.register(registry);
		Gauge.builder("sparkex.sessions.unavailable", this.unavailable, Set::size)
			.description("Sessions that are lost and not in place again.")
			.register(registry);
	}

	/**
	 * Counts in all registries there are.
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
		count((counters) -> counters.rows, rows);
		count((counters) -> counters.bytes, bytes);
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
	 * What only goes up.
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
			this.rows = counter(registry, "sparkex.result.rows", BaseUnits.ROWS, "Rows that have arrived.");
			this.bytes = counter(registry, "sparkex.result.bytes", BaseUnits.BYTES,
					"Bytes of Arrow data that have arrived.");
			this.retries = counter(registry, "sparkex.rpc.retries", null,
					"Tries after a connection was lost or nobody answered.");
			this.reattaches = counter(registry, "sparkex.rpc.reattaches", null,
					"Results that another call went on to fetch.");
			this.lost = counter(registry, "sparkex.sessions.lost", null, "Sessions that were lost.");
			this.rebuilt = counter(registry, "sparkex.sessions.rebuilt", null,
					"Sessions that were put in place again.");
			this.rebuildFailures = counter(registry, "sparkex.sessions.rebuild.failures", null,
					"Tries to put a session in place again that failed.");
		}

		private static Counter counter(MeterRegistry registry, String name, @Nullable String unit, String description) {
			return Counter.builder(name).baseUnit(unit).description(description).register(registry);
		}

	}

}
