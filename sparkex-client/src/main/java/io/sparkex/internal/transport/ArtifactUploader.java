package io.sparkex.internal.transport;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.TransportException;
import io.sparkex.internal.proto.AddArtifactsRequest;
import io.sparkex.internal.proto.AddArtifactsResponse;
import io.sparkex.internal.proto.AddArtifactsResponse.ArtifactSummary;
import io.sparkex.internal.proto.ArtifactStatusesRequest;
import io.sparkex.internal.proto.ArtifactStatusesResponse;
import io.sparkex.internal.proto.ArtifactStatusesResponse.ArtifactStatus;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;

/**
 * Uploader of artifacts, which the server keeps for the session. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ArtifactUploader {

	private static final Duration STALL_TIMEOUT = Duration.ofMinutes(2);

	private static final String CACHE = "cache/";

	private final SparkConnectClient client;

	ArtifactUploader(SparkConnectClient client) {
		this.client = client;
	}

	/**
	 * Uploads artifacts in one call and waits until the server has stored them. Buffers
	 * only a few chunks. Artifacts that the server already has with the same bytes are
	 * left unchanged.
	 * @param artifacts the artifacts; if empty, nothing is sent
	 * @throws IllegalArgumentException if two artifacts have the same name
	 * @throws java.io.UncheckedIOException if an artifact cannot be read; the server then
	 * discards all artifacts
	 * @throws io.sparkex.errors.RemoteException if the server rejects an artifact, for
	 * example because it has different bytes under that name; the server stores the other
	 * artifacts
	 * @throws TransportException if the checksum of a received artifact is wrong; the
	 * server stores the other artifacts
	 * @throws io.sparkex.errors.OperationCancelledException if this thread was
	 * interrupted
	 */
	public void upload(List<Artifact> artifacts) {
		if (artifacts.isEmpty()) {
			return;
		}
		checkNames(artifacts);
		send(artifacts);
		this.client.uploaded(artifacts);
	}

	private void send(List<Artifact> artifacts) {
		checkArrival(artifacts, this.client.inSession((session) -> send(session, artifacts)));
	}

	private AddArtifactsResponse send(SessionHandle session, List<Artifact> artifacts) {
		return this.client.calls()
			.<AddArtifactsRequest, AddArtifactsResponse>stream(session, SparkConnectServiceGrpc.getAddArtifactsMethod(),
					STALL_TIMEOUT, (stream) -> {
						ArtifactWriter writer = new ArtifactWriter(template(session), stream::send);
						artifacts.forEach(writer::write);
						writer.flush();
					}, AddArtifactsResponse::getServerSideSessionId);
	}

	private static void checkNames(List<Artifact> artifacts) {
		Map<String, Artifact> byName = new HashMap<>();
		for (Artifact artifact : artifacts) {
			Artifact other = byName.put(artifact.name(), artifact);
			if (other != null) {
				throw new IllegalArgumentException("Two artifacts would have the name " + artifact.name()
						+ " on the server: " + other.content() + " and " + artifact.content());
			}
		}
	}

	private static AddArtifactsRequest template(SessionHandle session) {
		AddArtifactsRequest.Builder request = AddArtifactsRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType());
		session.sendObserved(request::setClientObservedServerSideSessionId);
		return request.build();
	}

	private static void checkArrival(List<Artifact> artifacts, AddArtifactsResponse response) {
		Map<String, Boolean> intact = new HashMap<>();
		for (ArtifactSummary summary : response.getArtifactsList()) {
			intact.put(summary.getName(), summary.getIsCrcSuccessful());
		}
		List<String> missing = artifacts.stream()
			.map(Artifact::name)
			.filter((name) -> !intact.containsKey(name))
			.toList();
		if (!missing.isEmpty()) {
			throw new CorruptResultException("The server does not say whether it has got " + missing);
		}
		List<String> corrupt = artifacts.stream()
			.map(Artifact::name)
			.filter((name) -> !intact.getOrDefault(name, false))
			.toList();
		if (!corrupt.isEmpty()) {
			throw new TransportException(
					"The server discarded " + corrupt + ", whose checksum was wrong when it arrived; add it again");
		}
	}

	/**
	 * Caches bytes on the server under their SHA-256, so that plans can refer to them.
	 * Sends only what the session does not have yet.
	 * @param contents the bytes, which must not change during the call
	 * @return the SHA-256 of each as lower-case hexadecimal, in the same order
	 * @throws TransportException if the checksum of a received artifact is wrong
	 */
	public List<String> cache(List<byte[]> contents) {
		List<String> hashes = contents.stream().map(ArtifactUploader::sha256).toList();
		Map<String, Artifact> artifacts = new LinkedHashMap<>();
		for (int i = 0; i < contents.size(); i++) {
			String name = CACHE + hashes.get(i);
			artifacts.put(name, Artifact.of(name, contents.get(i)));
		}
		if (artifacts.isEmpty()) {
			return hashes;
		}
		statuses(artifacts.keySet()).forEach((name, status) -> {
			if (status.getExists()) {
				artifacts.remove(name);
			}
		});
		if (!artifacts.isEmpty()) {
			// Not recorded for a rebuilt session: the data may be large, and a plan that
			// needs it fails without it.
			send(List.copyOf(artifacts.values()));
		}
		return hashes;
	}

	/**
	 * Requests the status of artifacts. The server reports it for cached artifacts only.
	 */
	private Map<String, ArtifactStatus> statuses(Iterable<String> names) {
		return this.client.inSession((session) -> {
			ArtifactStatusesRequest.Builder request = ArtifactStatusesRequest.newBuilder()
				.setSessionId(session.sessionId())
				.setUserContext(session.userContext())
				.setClientType(session.clientType())
				.addAllNames(names);
			session.sendObserved(request::setClientObservedServerSideSessionId);
			return this.client.calls()
				.request(session, SparkConnectServiceGrpc.getArtifactStatusMethod(), request.build(),
						ArtifactStatusesResponse::getServerSideSessionId)
				.getStatusesMap();
		});
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
