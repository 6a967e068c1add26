package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

import io.sparkex.SparkSessionBuilder;
import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionRequest;

/**
 * Applies the properties of a session to its builder, but for those of its connection
 * details. Says which property is wrong.
 */
final class SparkSessionConfigurer {

	private final SparkSessionProperties properties;

	private final PropertyApplier applier;

	/**
	 * Applies the properties of a session.
	 * @param prefix what their names begin with
	 * @param properties the properties
	 */
	SparkSessionConfigurer(String prefix, SparkSessionProperties properties) {
		this.properties = properties;
		this.applier = new PropertyApplier(prefix);
	}

	void configure(SparkSessionBuilder builder) {
		this.applier.apply("user-agent",
				StringUtils.hasText(this.properties.getUserAgent()) ? this.properties.getUserAgent() : null,
				builder::userAgent);
		this.applier.apply("session-id", this.properties.getSessionId(), builder::sessionId);
		builder.rebuildLostSession(this.properties.isRebuildLostSession());
		builder.config(this.properties.getConfig());
		connection(builder);
		builder.retryPolicy(retryPolicy());
		builder.timeouts(timeouts());
		execution(builder);
	}

	private void connection(SparkSessionBuilder builder) {
		SparkSessionProperties.Connection connection = this.properties.getConnection();
		this.applier.apply("connection.connect-timeout", connection.getConnectTimeout(), builder::connectTimeout);
		Duration keepAliveTimeout = connection.getKeepAliveTimeout();
		this.applier.apply("connection.keep-alive-timeout", keepAliveTimeout,
				(timeout) -> builder.keepAlive(Duration.ofMinutes(5), timeout));
		this.applier.apply("connection.keep-alive-time", connection.getKeepAliveTime(),
				(time) -> builder.keepAlive(time, keepAliveTimeout));
		this.applier.apply("connection.idle-timeout", connection.getIdleTimeout(), builder::idleTimeout);
		this.applier.apply("connection.max-inbound-message-size", connection.getMaxInboundMessageSize(),
				(size) -> builder.maxMessageSize(bytes(size)));
		connection.getHeaders()
			.forEach((name, value) -> this.applier.applySecret("connection.headers." + name, value,
					(header) -> builder.header(name, header)));
	}

	private static int bytes(DataSize size) {
		if (size.toBytes() > Integer.MAX_VALUE) {
			throw new IllegalArgumentException("It must be less than 2GB.");
		}
		return (int) size.toBytes();
	}

	private RetryPolicy retryPolicy() {
		SparkSessionProperties.Retry retry = this.properties.getRetry();
		Duration initial = retry.getInitialBackoff();
		RetryPolicy policy = this.applier.convert("retry.budget", retry.getBudget(),
				RetryPolicy.defaults()::withBudget);
		this.applier.convert("retry.initial-backoff", initial, (wait) -> policy.withBackoff(wait, 1, wait));
		this.applier.convert("retry.multiplier", retry.getMultiplier(),
				(multiplier) -> policy.withBackoff(initial, multiplier, initial));
		return this.applier.convert("retry.max-backoff", retry.getMaxBackoff(),
				(max) -> policy.withBackoff(initial, retry.getMultiplier(), max));
	}

	private CallTimeouts timeouts() {
		SparkSessionProperties.Timeouts properties = this.properties.getTimeouts();
		CallTimeouts timeouts = CallTimeouts.defaults();
		timeouts = this.applier.convert("timeouts.analysis", properties.getAnalysis(), timeouts::withAnalysis);
		CallTimeouts calls = this.applier.convert("timeouts.request", properties.getRequest(), timeouts::withRequest);
		CallTimeouts silent = this.applier.convert("timeouts.silence", properties.getSilence(),
				(silence) -> calls.withLiveness(silence, calls.probe()));
		return this.applier.convert("timeouts.probe", properties.getProbe(),
				(probe) -> silent.withLiveness(silent.inactivity(), probe));
	}

	private void execution(SparkSessionBuilder builder) {
		SparkSessionProperties.Execution execution = this.properties.getExecution();
		this.applier.apply("execution.timeout", execution.getTimeout(), builder::executionTimeout);
		builder.reattachable(execution.isReattachable());
		Set<String> tags = new LinkedHashSet<>(execution.getTags());
		if (!tags.isEmpty()) {
			this.applier.apply("execution.tags", tags, SparkSessionConfigurer::checkTags);
			builder.executionListener(new Tagger(tags));
		}
	}

	private static void checkTags(Set<String> tags) {
		if (tags.stream().anyMatch((tag) -> tag.isEmpty() || tag.contains(","))) {
			throw new IllegalArgumentException("A tag must not be empty, nor have a comma.");
		}
	}

	/**
	 * Has executions bear tags.
	 */
	private static final class Tagger implements ExecutionListener {

		private final Set<String> tags;

		Tagger(Set<String> tags) {
			this.tags = tags;
		}

		@Override
		public void preparing(ExecutionRequest request) {
			this.tags.forEach(request::addTag);
		}

	}

}
