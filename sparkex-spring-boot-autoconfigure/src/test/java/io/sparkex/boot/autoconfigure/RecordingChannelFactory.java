package io.sparkex.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import org.jspecify.annotations.Nullable;

import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelFactory;

/**
 * Channel factory that records its arguments.
 */
class RecordingChannelFactory implements SparkChannelFactory {

	private final SparkChannelFactory delegate = SparkChannelFactory.netty(List.of());

	private final List<ManagedChannel> channels = new ArrayList<>();

	private final List<ConnectionString> targets = new ArrayList<>();

	private @Nullable ConnectionString target;

	private @Nullable ChannelOptions options;

	@Override
	public ManagedChannel create(ConnectionString target, ChannelOptions options) {
		this.target = target;
		this.targets.add(target);
		this.options = options;
		ManagedChannel channel = this.delegate.create(target, options);
		this.channels.add(channel);
		return channel;
	}

	ConnectionString target() {
		return Objects.requireNonNull(this.target, "no channel was opened");
	}

	/**
	 * Returns the target with an authority and user ID.
	 */
	ConnectionString target(String authority, @Nullable String userId) {
		return this.targets.stream()
			.filter((candidate) -> candidate.authority().equals(authority)
					&& Objects.equals(candidate.userId(), userId))
			.findFirst()
			.orElseThrow();
	}

	ChannelOptions options() {
		return Objects.requireNonNull(this.options, "no channel was opened");
	}

	boolean hasConnected() {
		return this.channels.stream().anyMatch((channel) -> channel.getState(false) != ConnectivityState.IDLE);
	}

	boolean isShutDown() {
		return this.channels.stream().allMatch(ManagedChannel::isShutdown);
	}

}
