package io.sparkex;

import java.util.LinkedHashSet;
import java.util.Set;

import io.grpc.stub.StreamObserver;

import io.sparkex.internal.proto.AddArtifactsRequest;
import io.sparkex.internal.proto.AddArtifactsResponse;

/**
 * An upload that is received and discarded, and reported as complete.
 */
final class DiscardedUpload implements StreamObserver<AddArtifactsRequest> {

	private final StreamObserver<AddArtifactsResponse> answer;

	private final Set<String> names = new LinkedHashSet<>();

	private String sessionId = "";

	DiscardedUpload(StreamObserver<AddArtifactsResponse> answer) {
		this.answer = answer;
	}

	@Override
	public void onNext(AddArtifactsRequest request) {
		this.sessionId = request.getSessionId();
		if (request.hasBeginChunk()) {
			this.names.add(request.getBeginChunk().getName());
		}
		request.getBatch().getArtifactsList().forEach((artifact) -> this.names.add(artifact.getName()));
	}

	@Override
	public void onError(Throwable error) {
		// The client has disconnected, and nothing was stored for it.
	}

	@Override
	public void onCompleted() {
		AddArtifactsResponse.Builder response = AddArtifactsResponse.newBuilder().setSessionId(this.sessionId);
		this.names.forEach((name) -> response.addArtifactsBuilder().setName(name).setIsCrcSuccessful(true));
		this.answer.onNext(response.build());
		this.answer.onCompleted();
	}

}
