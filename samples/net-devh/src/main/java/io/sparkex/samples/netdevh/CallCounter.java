package io.sparkex.samples.netdevh;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import net.devh.boot.grpc.client.interceptor.GrpcGlobalClientInterceptor;

/**
 * gRPC interceptor that counts the calls of all clients by method. It does not depend on
 * Spark.
 */
@GrpcGlobalClientInterceptor
class CallCounter implements ClientInterceptor {

	private final Map<String, Long> calls = new ConcurrentSkipListMap<>();

	@Override
	public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
		this.calls.merge(method.getFullMethodName(), 1L, Long::sum);
		return next.newCall(method, options);
	}

	Map<String, Long> calls() {
		return Collections.unmodifiableMap(this.calls);
	}

}
