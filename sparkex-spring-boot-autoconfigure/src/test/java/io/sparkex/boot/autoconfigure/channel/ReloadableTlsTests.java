package io.sparkex.boot.autoconfigure.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import org.junit.jupiter.api.Test;

import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.TlsOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReloadableTls}.
 */
class ReloadableTlsTests {

	private static final TlsOptions FIRST = TlsOptions.systemTrust().withServerName("first");

	private static final TlsOptions SECOND = TlsOptions.systemTrust().withServerName("second");

	private final List<ManagedChannel> opened = new ArrayList<>();

	private final List<TlsOptions> used = new ArrayList<>();

	private final ReloadableTls tls = new ReloadableTls(FIRST);

	private ManagedChannel open() {
		return open(FIRST);
	}

	private ManagedChannel open(TlsOptions ofSession) {
		SparkChannelFactory netty = SparkChannelFactory.netty(List.of());
		return this.tls.reloadable(FIRST, (target, options) -> {
			ManagedChannel channel = netty.create(target, options);
			this.opened.add(channel);
			this.used.add(options.tls());
			return channel;
		}).create(ConnectionString.parse("sc://localhost:1"), ChannelOptions.defaults().withTls(ofSession));
	}

	@Test
	void replacesOpenChannels() throws Exception {
		ManagedChannel channel = open();
		assertThat(channel.authority()).isEqualTo("first");
		this.tls.reload(SECOND);
		assertThat(this.used).containsExactly(FIRST, SECOND);
		assertThat(this.opened.get(0).isShutdown()).isTrue();
		assertThat(channel.authority()).isEqualTo("second");
		assertThat(channel.getState(false)).isEqualTo(ConnectivityState.IDLE);
		assertThat(channel.isShutdown()).isFalse();
		channel.shutdown();
		assertThat(channel.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		assertThat(channel.isTerminated()).isTrue();
		assertThat(this.opened).allMatch(ManagedChannel::isTerminated);
	}

	@Test
	void ignoresChannelsThatAreShutDown() {
		open().shutdown();
		open().shutdownNow();
		this.tls.reload(SECOND);
		assertThat(this.opened).hasSize(2);
	}

	@Test
	void opensChannelsWithCurrentOptions() {
		this.tls.reload(SECOND);
		open().shutdown();
		assertThat(this.used).containsExactly(SECOND);
	}

	@Test
	void ignoresSessionsWithOtherOptions() {
		TlsOptions other = TlsOptions.systemTrust().withServerName("other");
		ManagedChannel channel = open(other);
		this.tls.reload(SECOND);
		assertThat(this.used).containsExactly(other);
		assertThat(channel.authority()).isEqualTo("other");
		channel.shutdown();
	}

}
