package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.Set;

import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

import io.sparkex.SparkSessionBuilder;
import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionRequest;

/**
 * {@link SparkSessionBuilderCustomizer} that applies {@link SparkexSessionProperties},
 * except the ones that {@link SparkConnectionDetails} cover.
 */
final class PropertiesSparkSessionBuilderCustomizer implements SparkSessionBuilderCustomizer {

	private final SparkexSessionProperties properties;

	private final NamedProperties named;

	/**
	 * Creates a customizer for one session.
	 * @param prefix the prefix of its properties
	 * @param properties its properties
	 */
	PropertiesSparkSessionBuilderCustomizer(String prefix, SparkexSessionProperties properties) {
		this.properties = properties;
		this.named = new NamedProperties(prefix);
	}

	@Override
	public void customize(SparkSessionBuilder builder) {
		String userAgent = this.properties.getUserAgent();
		this.named.apply("user-agent", StringUtils.hasText(userAgent) ? userAgent : null, builder::userAgent);
		this.named.apply("session-id", this.properties.getSessionId(), builder::sessionId);
		builder.rebuildLostSession(this.properties.isRebuildLostSession());
		builder.config(this.properties.getConfig());
		applyConnection(builder, this.properties.getConnection());
		builder.retryPolicy(retryPolicy());
		builder.timeouts(timeouts());
		applyExecution(builder, this.properties.getExecution());
	}

	private void applyConnection(SparkSessionBuilder builder, SparkexSessionProperties.Connection connection) {
		SparkexSessionProperties.Connection.Keepalive keepalive = connection.getKeepalive();
		this.named.apply("connection.connect-timeout", connection.getConnectTimeout(), builder::connectTimeout);
		this.named.apply("connection.keepalive.timeout", keepalive.getTimeout(),
				(timeout) -> builder.keepAlive(ChannelOptions.defaults().keepAliveTime(), timeout));
		this.named.apply("connection.keepalive.time", keepalive.getTime(),
				(time) -> builder.keepAlive(time, keepalive.getTimeout()));
		this.named.apply("connection.idle.timeout", connection.getIdle().getTimeout(), builder::idleTimeout);
		this.named.apply("connection.inbound.message.max-size", connection.getInbound().getMessage().getMaxSize(),
				(size) -> builder.maxMessageSize(toInt(size)));
		connection.getHeaders()
			.forEach((name, value) -> this.named.applySecret("connection.headers." + name, value,
					(header) -> builder.header(name, header)));
	}

	private static int toInt(DataSize size) {
		if (size.toBytes() > Integer.MAX_VALUE) {
			throw new IllegalArgumentException("It must be less than 2GB.");
		}
		return (int) size.toBytes();
	}

	/**
	 * Applies the parts of the backoff one by one first, so that the error message names
	 * the rejected part.
	 */
	RetryPolicy retryPolicy() {
		SparkexSessionProperties.Retry retry = this.properties.getRetry();
		Duration initial = retry.getInitialBackoff();
		RetryPolicy policy = this.named.apply("retry.budget", retry.getBudget(), RetryPolicy.defaults(),
				RetryPolicy::withBudget);
		this.named.apply("retry.initial-backoff", retry.getInitialBackoff(), policy,
				(current, backoff) -> current.withBackoff(backoff, 1, backoff));
		this.named.apply("retry.multiplier", retry.getMultiplier(), policy,
				(current, multiplier) -> current.withBackoff(initial, multiplier, initial));
		return this.named.apply("retry.max-backoff", retry.getMaxBackoff(), policy,
				(current, backoff) -> current.withBackoff(initial, retry.getMultiplier(), backoff));
	}

	CallTimeouts timeouts() {
		SparkexSessionProperties.Timeouts timeouts = this.properties.getTimeouts();
		CallTimeouts calls = CallTimeouts.defaults();
		calls = this.named.apply("timeouts.analysis", timeouts.getAnalysis(), calls, CallTimeouts::withAnalysis);
		calls = this.named.apply("timeouts.request", timeouts.getRequest(), calls, CallTimeouts::withRequest);
		calls = this.named.apply("timeouts.inactivity", timeouts.getInactivity(), calls,
				(current, inactivity) -> current.withLiveness(inactivity, current.probe()));
		return this.named.apply("timeouts.probe", timeouts.getProbe(), calls,
				(current, probe) -> current.withLiveness(timeouts.getInactivity(), probe));
	}

	private void applyExecution(SparkSessionBuilder builder, SparkexSessionProperties.Execution execution) {
		this.named.apply("execution.timeout", execution.getTimeout(), builder::executionTimeout);
		builder.reattachable(execution.isReattachable());
		if (!execution.getTags().isEmpty()) {
			this.named.apply("execution.tags", execution.getTags(),
					(tags) -> builder.executionListener(new TaggingExecutionListener(tags)));
		}
	}

	/**
	 * Listener that adds tags to each execution.
	 */
	private static final class TaggingExecutionListener implements ExecutionListener {

		private final Set<String> tags;

		TaggingExecutionListener(Set<String> tags) {
			if (tags.stream().anyMatch((tag) -> tag.isEmpty() || tag.contains(","))) {
				throw new IllegalArgumentException("A tag must not be empty or contain a comma.");
			}
			this.tags = Set.copyOf(tags);
		}

		@Override
		public void preparing(ExecutionRequest request) {
			this.tags.forEach(request::addTag);
		}

	}

}
