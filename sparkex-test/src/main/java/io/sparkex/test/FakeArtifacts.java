package io.sparkex.test;

import io.grpc.stub.StreamObserver;

import io.sparkex.internal.proto.AddArtifactsRequest;
import io.sparkex.internal.proto.AddArtifactsResponse;

/**
 * Receiver that accepts and discards the artifacts of one call on a fake server.
 */
final class FakeArtifacts implements StreamObserver<AddArtifactsRequest> {

	private final StreamObserver<AddArtifactsResponse> response;

	private final AddArtifactsResponse.Builder summary = AddArtifactsResponse.newBuilder();

	FakeArtifacts(StreamObserver<AddArtifactsResponse> response) {
		this.response = response;
	}

	@Override
	public void onNext(AddArtifactsRequest request) {
		this.summary.setSessionId(request.getSessionId());
		request.getBatch().getArtifactsList().forEach((artifact) -> add(artifact.getName()));
		if (request.hasBeginChunk()) {
			add(request.getBeginChunk().getName());
		}
	}

	private void add(String name) {
		this.summary.addArtifactsBuilder().setName(name).setIsCrcSuccessful(true);
	}

	@Override
	public void onError(Throwable ex) {
		// The client has cancelled the call.
	}

	@Override
	public void onCompleted() {
		this.response.onNext(this.summary.build());
		this.response.onCompleted();
	}

}
