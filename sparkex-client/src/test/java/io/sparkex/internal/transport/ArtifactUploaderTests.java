package io.sparkex.internal.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.internal.proto.AddArtifactsRequest;
import io.sparkex.internal.proto.AddArtifactsRequest.BeginChunkedArtifact;
import io.sparkex.internal.proto.AddArtifactsRequest.PayloadCase;
import io.sparkex.internal.proto.AddArtifactsRequest.SingleChunkArtifact;
import io.sparkex.internal.protocol.AnalyzeEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ArtifactUploader}, {@link ArtifactWriter} and {@link RequestStream}.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArtifactUploaderTests {

	private static final int CHUNK = ArtifactWriter.CHUNK_SIZE;

	private final FakeServer server = new FakeServer();

	private final FakeArtifacts received = this.server.artifacts;

	private final SparkConnectClient client = this.server.client();

	private final ArtifactUploader uploader = this.client.artifacts();

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	private static byte[] bytes(int size) {
		byte[] bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}

	private static long crc(byte[] bytes) {
		CRC32 crc = new CRC32();
		crc.update(bytes);
		return crc.getValue();
	}

	private void upload(String name, byte[] bytes) {
		this.uploader.upload(List.of(Artifact.of(name, bytes)));
	}

	private AddArtifactsRequest onlyRequest() {
		assertThat(this.received.requests).hasSize(1);
		return this.received.requests.get(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, ArtifactWriter.CHUNK_SIZE - 1, ArtifactWriter.CHUNK_SIZE })
	void sendsArtifactThatFitsChunkInOneRequest(int size) {
		byte[] content = bytes(size);
		upload("files/a", content);
		assertThat(onlyRequest().getBatch().getArtifactsList()).singleElement().satisfies((artifact) -> {
			assertThat(artifact.getName()).isEqualTo("files/a");
			assertThat(artifact.getData().getData().toByteArray()).isEqualTo(content);
			assertThat(artifact.getData().getCrc()).isEqualTo(crc(content));
		});
		assertThat(this.received.kept).containsExactly(Map.entry("files/a", ByteString.copyFrom(content)));
	}

	@ParameterizedTest
	@CsvSource({ "1, 2", "32767, 2", "32768, 2", "32769, 3", "65536, 3", "1000000, 32" })
	void splitsArtifactsLargerThanOneChunk(int more, int chunks) throws Exception {
		byte[] content = bytes(CHUNK + more);
		Path file = Files.write(this.folder.resolve("large"), content);
		this.uploader.upload(List.of(Artifact.of("files/large", file)));
		assertThat(this.received.requests).hasSize(chunks);
		BeginChunkedArtifact begin = this.received.requests.get(0).getBeginChunk();
		assertThat(begin.getName()).isEqualTo("files/large");
		assertThat(begin.getTotalBytes()).isEqualTo(content.length);
		assertThat(begin.getNumChunks()).isEqualTo(chunks);
		assertThat(begin.getInitialChunk().getData().size()).isEqualTo(CHUNK);
		assertThat(this.received.requests.subList(1, chunks)).allSatisfy((request) -> {
			byte[] chunk = request.getChunk().getData().toByteArray();
			assertThat(chunk.length).isBetween(1, CHUNK);
			assertThat(request.getChunk().getCrc()).isEqualTo(crc(chunk));
		});
		assertThat(this.received.kept).containsExactly(Map.entry("files/large", ByteString.copyFrom(content)));
	}

	@Test
	void batchesSmallArtifacts() {
		List<Artifact> artifacts = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			artifacts.add(Artifact.of("classes/c" + i + ".class", bytes(1000 + i)));
		}
		this.uploader.upload(artifacts);
		assertThat(this.received.requests).hasSize(4)
			.allSatisfy((request) -> assertThat(request.getSerializedSize()).isLessThan(CHUNK + 2000));
		assertThat(this.received.requests.stream()
			.flatMap((request) -> request.getBatch().getArtifactsList().stream())
			.map(SingleChunkArtifact::getName))
			.containsExactlyElementsOf(artifacts.stream().map(Artifact::name).toList());
		assertThat(this.received.kept).hasSize(100)
			.containsEntry("classes/c99.class", ByteString.copyFrom(bytes(1099)));
	}

	@Test
	void limitsBatchesOfEmptyArtifacts() {
		List<Artifact> artifacts = new ArrayList<>();
		for (int i = 0; i < 10_000; i++) {
			artifacts.add(Artifact.of("files/empty-" + i, new byte[0]));
		}
		this.uploader.upload(artifacts);
		assertThat(this.received.requests)
			.allSatisfy((request) -> assertThat(request.getSerializedSize()).isLessThan(4 * CHUNK));
		assertThat(this.received.kept).hasSize(10_000);
	}

	@Test
	void keepsOrderOfLargeAndSmallArtifacts() {
		this.uploader.upload(List.of(Artifact.of("files/1", bytes(10)), Artifact.of("files/2", bytes(CHUNK + 1)),
				Artifact.of("files/3", bytes(30)), Artifact.of("files/4", bytes(40))));
		assertThat(this.received.requests).extracting(AddArtifactsRequest::getPayloadCase)
			.containsExactly(PayloadCase.BATCH, PayloadCase.BEGIN_CHUNK, PayloadCase.CHUNK, PayloadCase.BATCH);
		assertThat(this.received.requests.get(3).getBatch().getArtifactsList()).extracting(SingleChunkArtifact::getName)
			.containsExactly("files/3", "files/4");
		assertThat(this.received.kept).hasSize(4);
	}

	@Test
	void sendsUserAndSessionInEachRequest() {
		this.client.analyze(AnalyzeEncoder.sparkVersion());
		upload("files/a", bytes(3 * CHUNK));
		assertThat(this.received.requests).hasSize(3).allSatisfy((request) -> {
			assertThat(request.getSessionId()).isEqualTo(this.client.sessionId());
			assertThat(request.getUserContext().getUserId()).isNotEmpty();
			assertThat(request.getClientType()).contains("sparkex/");
			assertThat(request.getClientObservedServerSideSessionId()).isEqualTo("server-1");
		});
	}

	@Test
	void sendsConfigurationBeforeArtifacts() {
		try (SparkConnectClient configured = this.server.client("sc://localhost", Map.of("spark.a", "b"))) {
			configured.artifacts().upload(List.of(Artifact.of("files/a", bytes(1))));
		}
		assertThat(this.server.configs).hasSize(1);
		assertThat(this.received.kept).containsKey("files/a");
		assertThat(this.server.releases).hasSize(1);
	}

	@Test
	void sendsNothingWithoutArtifacts() {
		this.uploader.upload(List.of());
		assertThat(this.uploader.cache(List.of())).isEmpty();
		assertThat(this.server.headers).isEmpty();
	}

	@Test
	void rejectsDuplicateNames() {
		Path file = this.folder.resolve("a.jar");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.uploader
				.upload(List.of(Artifact.of("jars/a.jar", bytes(3)), Artifact.of("jars/a.jar", file))))
			.withMessage("Two artifacts would have the name jars/a.jar on the server: 3 bytes in memory and " + file);
		assertThat(this.server.headers).isEmpty();
	}

	@Test
	void namesCorruptArtifact() {
		this.received.corrupt.add("files/2");
		assertThatExceptionOfType(TransportException.class).isThrownBy(
				() -> this.uploader.upload(List.of(Artifact.of("files/1", bytes(1)), Artifact.of("files/2", bytes(2)))))
			.withMessageContaining("[files/2]")
			.withMessageContaining("checksum");
	}

	@Test
	void namesArtifactMissingFromResponse() {
		this.received.unmentioned.add("files/1");
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> upload("files/1", bytes(1)))
			.withMessageContaining("[files/1]");
	}

	@Test
	void reportsServerError() {
		this.received.onRequest = (observer) -> observer.onError(FakeServer.failure("The artifact is there",
				"org.apache.spark.SparkRuntimeException", Map.of("errorClass", "ARTIFACT_ALREADY_EXISTS")));
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> upload("files/a", bytes(1)))
			.withMessageContaining("The artifact is there")
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("ARTIFACT_ALREADY_EXISTS"));
	}

	@Test
	void stopsUploadIfServerFails() {
		this.received.onRequest = (observer) -> {
			if (this.received.requests.size() == 3) {
				observer.onError(Status.UNAVAILABLE.withDescription("going down").asRuntimeException());
			}
		};
		assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> upload("files/a", bytes(1000 * CHUNK)))
			.withMessageContaining("going down");
		assertThat(this.received.kept).isEmpty();
	}

	@Test
	void stopsUploadOnInterrupt() throws Exception {
		this.received.takesNothing = true;
		assertInterruptible();
	}

	@Test
	void stopsWaitingForResponseOnInterrupt() throws Exception {
		this.received.answersNothing = true;
		assertInterruptible();
	}

	private void assertInterruptible() throws Exception {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		CountDownLatch kept = new CountDownLatch(1);
		Thread sender = new Thread(() -> {
			try {
				upload("files/a", bytes(10 * CHUNK));
			}
			catch (OperationCancelledException ex) {
				failure.set(ex);
			}
			if (Thread.interrupted()) {
				kept.countDown();
			}
		});
		sender.start();
		FakeServer.await(this.received.begun);
		sender.interrupt();
		FakeServer.await(this.received.cancelled);
		FakeServer.await(kept);
		assertThat(failure.get()).hasMessageContaining("interrupted");
		assertThat(this.received.kept).isEmpty();
	}

	@Test
	void stopsUploadIfSessionIsClosed() {
		this.received.takesNothing = true;
		CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> upload("files/a", bytes(10 * CHUNK)));
		FakeServer.await(this.received.begun);
		this.client.close();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(upload::join)
			.withCauseInstanceOf(OperationCancelledException.class)
			.withMessageContaining("was closed meanwhile");
		assertThat(this.received.kept).isEmpty();
	}

	@Test
	void rejectsUploadAfterClose() {
		this.client.close();
		assertThatIllegalStateException().isThrownBy(() -> upload("files/a", bytes(1))).withMessageContaining("closed");
	}

	@Test
	void cancelsUploadIfFileIsMissing() {
		Path gone = this.folder.resolve("gone");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.uploader
				.upload(List.of(Artifact.of("files/a", bytes(2 * CHUNK)), Artifact.of("files/gone", gone))))
			.withMessageContaining(gone.toString())
			.withMessageContaining("files/gone")
			.withCauseInstanceOf(NoSuchFileException.class);
		FakeServer.await(this.received.cancelled);
		assertThat(this.received.kept).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "98304, The file grew", "32768, The file shrank" })
	void detectsFileChangeDuringUpload(int size, String message) throws Exception {
		Path file = Files.write(this.folder.resolve("changing"), bytes(2 * CHUNK));
		ArtifactWriter writer = new ArtifactWriter(AddArtifactsRequest.getDefaultInstance(), (request) -> {
			try {
				Files.write(file, bytes(size));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> writer.write(Artifact.of("files/a", file)))
			.havingCause()
			.withMessageContaining(message);
	}

	@Test
	void cachesOnlyBlocksMissingOnServer() {
		byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
		String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
		assertThat(this.uploader.cache(List.of(abc))).containsExactly(hash);
		assertThat(this.received.kept).containsExactly(Map.entry("cache/" + hash, ByteString.copyFrom(abc)));
		byte[] other = bytes(2 * CHUNK);
		List<String> hashes = this.uploader.cache(List.of(other, abc, other.clone()));
		assertThat(hashes.get(1)).isEqualTo(hash);
		assertThat(hashes.get(0)).isEqualTo(hashes.get(2)).isNotEqualTo(hash);
		assertThat(this.received.requests).extracting(AddArtifactsRequest::getPayloadCase)
			.containsExactly(PayloadCase.BATCH, PayloadCase.BEGIN_CHUNK, PayloadCase.CHUNK);
		assertThat(this.uploader.cache(Collections.nCopies(3, abc))).containsOnly(hash);
		assertThat(this.received.requests).hasSize(3);
		assertThat(this.received.statusRequests).hasSize(3);
		assertThat(this.received.statusRequests.get(1).getNamesList()).containsExactly("cache/" + hashes.get(0),
				"cache/" + hash);
	}

}
