package io.sparkex;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

import io.sparkex.internal.proto.AddArtifactsRequest;
import io.sparkex.internal.proto.AddArtifactsResponse;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanResponse;
import io.sparkex.internal.proto.ArtifactStatusesRequest;
import io.sparkex.internal.proto.ArtifactStatusesResponse;
import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.ConfigResponse;
import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.ReleaseExecuteRequest;
import io.sparkex.internal.proto.ReleaseExecuteResponse;
import io.sparkex.internal.proto.ReleaseSessionRequest;
import io.sparkex.internal.proto.ReleaseSessionResponse;
import io.sparkex.internal.proto.SparkConnectServiceGrpc.SparkConnectServiceImplBase;

/**
 * A server on the loopback address that responds to every query with the same recorded
 * responses, as fast as the client takes them, so that the client is the bottleneck. It
 * forwards all other requests to the server that the responses were recorded from.
 */
final class ReplayServer extends SparkConnectServiceImplBase implements AutoCloseable {

	/**
	 * The number of bytes to send ahead, enough for several batches in flight.
	 */
	private static final int SEND_AHEAD = 4 << 20;

	private final BareClient real;

	private final List<ExecutePlanResponse> recording;

	private final Server server;

	private ReplayServer(BareClient real, List<ExecutePlanResponse> recording) throws IOException {
		this.real = real;
		this.recording = recording;
		this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.addService(this)
			.build()
			.start();
	}

	/**
	 * Starts a server.
	 * @param real a client of the recorded server
	 * @param recording the responses to one query, in order
	 */
	static ReplayServer start(BareClient real, List<ExecutePlanResponse> recording) throws IOException {
		return new ReplayServer(real, recording);
	}

	String url() {
		return "sc://127.0.0.1:" + this.server.getPort();
	}

	@Override
	public void executePlan(ExecutePlanRequest request, StreamObserver<ExecutePlanResponse> observer) {
		String serverSideSessionId = this.real.serverSideSessionId(request.getSessionId(), request.getUserContext());
		ServerCallStreamObserver<ExecutePlanResponse> output = (ServerCallStreamObserver<ExecutePlanResponse>) observer;
		Iterator<ExecutePlanResponse> responses = this.recording.iterator();
		output.setOnReadyThreshold(SEND_AHEAD);
		output.setOnReadyHandler(() -> {
			while (output.isReady() && responses.hasNext()) {
				output.onNext(readdressed(responses.next(), request, serverSideSessionId));
				if (!responses.hasNext()) {
					output.onCompleted();
				}
			}
		});
	}

	/**
	 * Returns the response with the ids of a request, because clients reject responses
	 * that belong to another session or operation.
	 */
	private static ExecutePlanResponse readdressed(ExecutePlanResponse response, ExecutePlanRequest request,
			String serverSideSessionId) {
		return response.toBuilder()
			.setSessionId(request.getSessionId())
			.setServerSideSessionId(serverSideSessionId)
			.setOperationId(request.getOperationId())
			.setResponseId(UUID.randomUUID().toString())
			.build();
	}

	@Override
	public void releaseExecute(ReleaseExecuteRequest request, StreamObserver<ReleaseExecuteResponse> observer) {
		observer.onNext(ReleaseExecuteResponse.newBuilder()
			.setSessionId(request.getSessionId())
			.setOperationId(request.getOperationId())
			.build());
		observer.onCompleted();
	}

	@Override
	public StreamObserver<AddArtifactsRequest> addArtifacts(StreamObserver<AddArtifactsResponse> observer) {
		return new DiscardedUpload(observer);
	}

	@Override
	public void artifactStatus(ArtifactStatusesRequest request, StreamObserver<ArtifactStatusesResponse> observer) {
		this.real.stub().artifactStatus(request, observer);
	}

	@Override
	public void config(ConfigRequest request, StreamObserver<ConfigResponse> observer) {
		this.real.stub().config(request, observer);
	}

	@Override
	public void analyzePlan(AnalyzePlanRequest request, StreamObserver<AnalyzePlanResponse> observer) {
		this.real.stub().analyzePlan(request, observer);
	}

	@Override
	public void releaseSession(ReleaseSessionRequest request, StreamObserver<ReleaseSessionResponse> observer) {
		this.real.stub().releaseSession(request, observer);
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

}
