package io.sparkex.boot.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkMetrics} without a server.
 */
class SparkMetricsTests {

	private static final Execution EXECUTION = new Execution("o1", "s1", Execution.Kind.QUERY, Set.of());

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final SparkMetrics metrics = new SparkMetrics();

	@BeforeEach
	void bind() {
		this.metrics.bindTo(this.meters);
	}

	private double count(String name) {
		return this.meters.get(name).counter().count();
	}

	private double gauge(String name) {
		return this.meters.get(name).gauge().value();
	}

	@Test
	void startsWithZero() {
		assertThat(this.meters.getMeters()).hasSize(9)
			.allSatisfy((meter) -> assertThat(meter.measure())
				.allSatisfy((measurement) -> assertThat(measurement.getValue()).as(meter.getId().getName()).isZero()));
	}

	@Test
	void countsRetries() {
		this.metrics.retried(EXECUTION, Duration.ZERO, "unavailable");
		assertThat(count("sparkex.rpc.retries")).isEqualTo(1);
	}

	@Test
	void countsReattaches() {
		this.metrics.reattached(EXECUTION);
		this.metrics.reattached(EXECUTION);
		assertThat(count("sparkex.rpc.reattaches")).isEqualTo(2);
	}

	@Test
	void countsReceivedRowsAndBytes() {
		this.metrics.received(EXECUTION, 3, 24);
		this.metrics.received(EXECUTION, 2, 16);
		assertThat(count("sparkex.result.rows")).isEqualTo(5);
		assertThat(count("sparkex.result.bytes")).isEqualTo(40);
	}

	@Test
	void tracksActiveOperations() {
		Execution another = new Execution("o2", "s1", Execution.Kind.COMMAND, Set.of());
		this.metrics.started(EXECUTION);
		this.metrics.started(another);
		assertThat(gauge("sparkex.operations.active")).isEqualTo(2);
		this.metrics.finished(EXECUTION, new ExecutionSummary(Duration.ZERO, 0, 0, List.of(), Map.of()));
		this.metrics.failed(another, new UnreachableException("gone"));
		assertThat(gauge("sparkex.operations.active")).isZero();
	}

	@Test
	void countsLostAndRebuiltSessions() {
		this.metrics.lost("s1", new SessionLostException("gone"));
		assertThat(count("sparkex.sessions.lost")).isEqualTo(1);
		assertThat(gauge("sparkex.sessions.unavailable")).isEqualTo(1);
		this.metrics.rebuilt("s1", "s2");
		assertThat(count("sparkex.sessions.rebuilt")).isEqualTo(1);
		assertThat(gauge("sparkex.sessions.unavailable")).isZero();
	}

	@Test
	void countsFailedRebuilds() {
		this.metrics.lost("s1", new SessionLostException("gone"));
		this.metrics.rebuildFailed("s1", new UnreachableException("gone"));
		assertThat(count("sparkex.sessions.rebuild.failures")).isEqualTo(1);
		assertThat(gauge("sparkex.sessions.unavailable")).isEqualTo(1);
		this.metrics.closed("s1");
		assertThat(gauge("sparkex.sessions.unavailable")).isZero();
	}

	@Test
	void countsInAllRegistries() {
		MeterRegistry second = new SimpleMeterRegistry();
		this.metrics.bindTo(second);
		this.metrics.retried(EXECUTION, Duration.ZERO, "unavailable");
		assertThat(count("sparkex.rpc.retries")).isEqualTo(1);
		assertThat(second.get("sparkex.rpc.retries").counter().count()).isEqualTo(1);
	}

}
