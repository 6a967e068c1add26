package io.sparkex;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.ReattachOptions;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;
import io.sparkex.internal.proto.SparkConnectServiceGrpc.SparkConnectServiceBlockingStub;
import io.sparkex.internal.proto.SparkConnectServiceGrpc.SparkConnectServiceStub;
import io.sparkex.internal.proto.UserContext;

/**
 * The minimal client: gRPC's own stub on its own channel, which receives the responses
 * and does not decode them. It uses only the generated messages of sparkex.
 */
final class BareClient implements AutoCloseable {

	private final ManagedChannel channel;

	private final ClientInterceptor headers;

	private final String sessionId = UUID.randomUUID().toString();

	/**
	 * Creates a client of the server of a connection string.
	 */
	BareClient(String url) {
		URI uri = URI.create(url);
		this.channel = NettyChannelBuilder.forAddress(uri.getHost(), uri.getPort())
			.usePlaintext()
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.build();
		this.headers = MetadataUtils.newAttachHeadersInterceptor(headers(uri));
	}

	private static Metadata headers(URI uri) {
		Metadata headers = new Metadata();
		int token = uri.getPath().indexOf("token=");
		if (token >= 0) {
			headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
					"Bearer " + uri.getPath().substring(token + "token=".length()));
		}
		return headers;
	}

	private ExecutePlanRequest.Builder request(Plan plan) {
		return ExecutePlanRequest.newBuilder()
			.setSessionId(this.sessionId)
			.setOperationId(UUID.randomUUID().toString())
			.setUserContext(UserContext.newBuilder().setUserId("bare"))
			.setPlan(plan);
	}

	SparkConnectServiceStub stub() {
		return SparkConnectServiceGrpc.newStub(this.channel).withInterceptors(this.headers);
	}

	private SparkConnectServiceBlockingStub blockingStub() {
		return SparkConnectServiceGrpc.newBlockingStub(this.channel).withInterceptors(this.headers);
	}

	/**
	 * Returns the server-side id of a client's session.
	 */
	String serverSideSessionId(String session, UserContext user) {
		return blockingStub()
			.config(ConfigRequest.newBuilder()
				.setSessionId(session)
				.setUserContext(user)
				.setOperation(ConfigRequest.Operation.newBuilder().setGetAll(ConfigRequest.GetAll.newBuilder()))
				.build())
			.getServerSideSessionId();
	}

	/**
	 * Receives all responses as fast as they arrive.
	 */
	Tally drain(Plan plan) throws InterruptedException {
		Drain drain = new Drain();
		SparkConnectServiceGrpc.newStub(this.channel)
			.withInterceptors(this.headers)
			.executePlan(request(plan).build(), drain);
		return drain.await();
	}

	/**
	 * Executes one call and waits for its end.
	 */
	long call(Plan plan) {
		long rows = 0;
		Iterator<ExecutePlanResponse> responses = blockingStub().executePlan(request(plan).build());
		while (responses.hasNext()) {
			rows += responses.next().getArrowBatch().getRowCount();
		}
		return rows;
	}

	/**
	 * Records all responses, including the one that reports completion, which the server
	 * only sends to clients that can reattach.
	 */
	List<ExecutePlanResponse> record(Plan plan) {
		ExecutePlanRequest request = request(plan)
			.addRequestOptions(ExecutePlanRequest.RequestOption.newBuilder()
				.setReattachOptions(ReattachOptions.newBuilder().setReattachable(true)))
			.build();
		List<ExecutePlanResponse> responses = new ArrayList<>();
		blockingStub().executePlan(request).forEachRemaining(responses::add);
		return responses;
	}

	@Override
	public void close() {
		this.channel.shutdownNow();
	}

	private static final class Drain implements StreamObserver<ExecutePlanResponse> {

		private final CountDownLatch done = new CountDownLatch(1);

		private final Tally tally = new Tally();

		private @Nullable Throwable failure;

		Tally await() throws InterruptedException {
			this.done.await();
			if (this.failure != null) {
				throw new IllegalStateException("The drain failed", this.failure);
			}
			return this.tally;
		}

		@Override
		public void onNext(ExecutePlanResponse response) {
			this.tally.addRows(response.getArrowBatch().getRowCount());
		}

		@Override
		public void onError(Throwable error) {
			this.failure = error;
			this.done.countDown();
		}

		@Override
		public void onCompleted() {
			this.done.countDown();
		}

	}

}
