package io.sparkex.internal.transport;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

import io.sparkex.internal.proto.AddArtifactsRequest;
import io.sparkex.internal.proto.AddArtifactsRequest.ArtifactChunk;
import io.sparkex.internal.proto.AddArtifactsResponse;
import io.sparkex.internal.proto.ArtifactStatusesRequest;
import io.sparkex.internal.proto.ArtifactStatusesResponse;
import io.sparkex.internal.proto.ArtifactStatusesResponse.ArtifactStatus;

/**
 * The artifact endpoint of a {@link FakeServer}. It assembles artifacts as Spark does,
 * and stores them if the call completes normally.
 */
final class FakeArtifacts {

	final List<AddArtifactsRequest> requests = new CopyOnWriteArrayList<>();

	final List<ArtifactStatusesRequest> statusRequests = new CopyOnWriteArrayList<>();

	final Map<String, ByteString> kept = new ConcurrentHashMap<>();

	final Set<String> corrupt = ConcurrentHashMap.newKeySet();

	final Set<String> unmentioned = ConcurrentHashMap.newKeySet();

	final CountDownLatch begun = new CountDownLatch(1);

	final CountDownLatch cancelled = new CountDownLatch(1);

	/**
	 * Called with the response observer after each request.
	 */
	volatile Consumer<StreamObserver<AddArtifactsResponse>> onRequest = (observer) -> {
	};

	volatile boolean takesNothing;

	volatile boolean answersNothing;

	StreamObserver<AddArtifactsRequest> add(ServerCallStreamObserver<AddArtifactsResponse> observer) {
		observer.setOnCancelHandler(this.cancelled::countDown);
		if (this.takesNothing) {
			observer.disableAutoRequest();
			this.begun.countDown();
		}
		return new Upload(observer);
	}

	void status(ArtifactStatusesRequest request, StreamObserver<ArtifactStatusesResponse> observer) {
		this.statusRequests.add(request);
		ArtifactStatusesResponse.Builder response = ArtifactStatusesResponse.newBuilder();
		request.getNamesList()
			.forEach((name) -> response.putStatuses(name,
					ArtifactStatus.newBuilder().setExists(this.kept.containsKey(name)).build()));
		observer.onNext(response.build());
		observer.onCompleted();
	}

	/**
	 * A single call.
	 */
	private final class Upload implements StreamObserver<AddArtifactsRequest> {

		private final StreamObserver<AddArtifactsResponse> observer;

		private final Map<String, ByteArrayOutputStream> contents = new LinkedHashMap<>();

		private final List<String> corrupt = new ArrayList<>();

		private String current = "";

		private ByteArrayOutputStream content = new ByteArrayOutputStream();

		private long chunksLeft;

		private long bytesLeft;

		Upload(StreamObserver<AddArtifactsResponse> observer) {
			this.observer = observer;
		}

		@Override
		public void onNext(AddArtifactsRequest request) {
			FakeArtifacts.this.requests.add(request);
			FakeArtifacts.this.begun.countDown();
			switch (request.getPayloadCase()) {
				case BATCH -> request.getBatch()
					.getArtifactsList()
					.forEach((artifact) -> begin(artifact.getName(), 1, artifact.getData().getData().size(),
							artifact.getData()));
				case BEGIN_CHUNK -> begin(request.getBeginChunk().getName(), request.getBeginChunk().getNumChunks(),
						request.getBeginChunk().getTotalBytes(), request.getBeginChunk().getInitialChunk());
				case CHUNK -> append(request.getChunk());
				default -> throw new IllegalArgumentException("Not understood: " + request);
			}
			FakeArtifacts.this.onRequest.accept(this.observer);
		}

		private void begin(String name, long chunks, long bytes, ArtifactChunk first) {
			checkWhole();
			this.current = name;
			this.chunksLeft = chunks;
			this.bytesLeft = bytes;
			this.content = new ByteArrayOutputStream();
			this.contents.put(name, this.content);
			append(first);
		}

		private void append(ArtifactChunk chunk) {
			byte[] bytes = chunk.getData().toByteArray();
			CRC32 crc = new CRC32();
			crc.update(bytes);
			if (crc.getValue() != chunk.getCrc()) {
				this.corrupt.add(this.current);
			}
			this.content.writeBytes(bytes);
			this.chunksLeft--;
			this.bytesLeft -= bytes.length;
		}

		private void checkWhole() {
			if (this.chunksLeft != 0 || this.bytesLeft != 0) {
				throw new IllegalStateException(this.current + " is not whole: " + this.chunksLeft + " chunks and "
						+ this.bytesLeft + " bytes are left");
			}
		}

		@Override
		public void onError(Throwable error) {
		}

		@Override
		public void onCompleted() {
			checkWhole();
			if (FakeArtifacts.this.answersNothing) {
				return;
			}
			AddArtifactsResponse.Builder response = AddArtifactsResponse.newBuilder();
			this.contents.forEach((name, bytes) -> {
				boolean intact = !this.corrupt.contains(name) && !FakeArtifacts.this.corrupt.contains(name);
				if (intact) {
					FakeArtifacts.this.kept.put(name, ByteString.copyFrom(bytes.toByteArray()));
				}
				if (!FakeArtifacts.this.unmentioned.contains(name)) {
					response.addArtifactsBuilder().setName(name).setIsCrcSuccessful(intact);
				}
			});
			this.observer.onNext(response.build());
			this.observer.onCompleted();
		}

	}

}
