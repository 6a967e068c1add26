package io.sparkex.internal.transport;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;

import io.sparkex.connect.ConnectionString;

/**
 * A channel with its interceptors and checks.
 *
 * @param channel the channel, to be closed
 * @param calls the channel with the interceptors of calls
 * @param gate delays calls until the channel is connected
 * @param liveness checks whether the connection is dead
 */
record OpenChannel(ManagedChannel channel, Channel calls, ConnectionGate gate, Liveness liveness) {

	static OpenChannel open(ClientOptions options, TokenCache tokens) {
		ConnectionString target = options.target();
		ManagedChannel channel = options.channelFactory().create(target, options.channel());
		Channel calls = ClientInterceptors.intercept(channel, new HeaderInterceptor(tokens, target.headers()));
		return new OpenChannel(channel, calls, new ConnectionGate(channel),
				new Liveness(channel, calls, options.timeouts().probe()));
	}

}
