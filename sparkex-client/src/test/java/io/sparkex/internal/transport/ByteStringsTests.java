package io.sparkex.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import com.google.protobuf.ByteString;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.Test;

import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ByteStrings} and {@link AliasingMarshaller}.
 */
class ByteStringsTests {

	private final MethodDescriptor.Marshaller<ExecutePlanResponse> ordinary = SparkConnectServiceGrpc
		.getExecutePlanMethod()
		.getResponseMarshaller();

	private final AliasingMarshaller marshaller = new AliasingMarshaller(this.ordinary);

	private static ExecutePlanResponse response(int bytes) {
		byte[] data = new byte[bytes];
		for (int i = 0; i < bytes; i++) {
			data[i] = (byte) i;
		}
		return ExecutePlanResponse.newBuilder()
			.setSessionId("a")
			.setOperationId("ü")
			.setArrowBatch(
					ExecutePlanResponse.ArrowBatch.newBuilder().setRowCount(3).setData(ByteString.copyFrom(data)))
			.build();
	}

	@Test
	void readsBytesInReceivedArray() {
		byte[] received = response(5_000).toByteArray();
		RecordingStream stream = new RecordingStream(received);
		ByteBuffer buffer = ByteStrings.buffer(this.marshaller.parse(stream).getArrowBatch().getData());
		assertThat(stream.filled).hasSize(1);
		assertThat(buffer.hasArray() && buffer.arrayOffset() > 0).isTrue();
		assertThat(buffer.array()).isSameAs(stream.filled.get(0));
		assertThat(buffer.remaining()).isEqualTo(5_000);
		assertThat(buffer.get(4_999)).isEqualTo((byte) 4_999);
	}

	@Test
	void readsSameMessagesAsStandardMarshaller() {
		ExecutePlanResponse response = response(1_000);
		byte[] bytes = response.toByteArray();
		assertThat(this.marshaller.parse(new ByteArrayInputStream(bytes))).isEqualTo(response)
			.isEqualTo(this.ordinary.parse(new ByteArrayInputStream(bytes)));
		assertThat(this.marshaller.parse(new RecordingStream(bytes))).isEqualTo(response);
		assertThat(this.marshaller.parse(new ByteArrayInputStream(new byte[0])))
			.isEqualTo(ExecutePlanResponse.getDefaultInstance());
		assertThat(this.marshaller.stream(response)).hasBinaryContent(bytes);
	}

	@Test
	void rejectsSameMessagesAsStandardMarshaller() {
		byte[] whole = response(10).toByteArray();
		byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
		byte[] endOfGroup = { 12 };
		for (byte[] malformed : List.of(cut, endOfGroup)) {
			assertThatExceptionOfType(StatusRuntimeException.class)
				.isThrownBy(() -> this.ordinary.parse(new ByteArrayInputStream(malformed)));
			assertThatExceptionOfType(StatusRuntimeException.class)
				.isThrownBy(() -> this.marshaller.parse(new ByteArrayInputStream(malformed)))
				.satisfies((ex) -> assertThat(ex.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL));
		}
	}

	@Test
	void rejectsTruncatedResponse() {
		byte[] bytes = response(10).toByteArray();
		assertThatExceptionOfType(StatusRuntimeException.class)
			.isThrownBy(() -> this.marshaller.parse(new RecordingStream(bytes) {
				@Override
				public int available() {
					return bytes.length + 1;
				}
			}))
			.havingCause()
			.withMessage("The response ends after " + bytes.length + " of " + (bytes.length + 1) + " bytes");
	}

	@Test
	void copiesOnlyFragmentedBytes() {
		ByteString first = ByteString.copyFrom(new byte[200]);
		ByteString rope = first.concat(ByteString.copyFrom(new byte[300]));
		assertThat(ByteStrings.buffer(first).array()).hasSize(200);
		ByteBuffer copy = ByteStrings.buffer(rope);
		assertThat(copy.remaining()).isEqualTo(500);
		assertThat(copy.hasArray()).isTrue();
		assertThat(ByteStrings.buffer(ByteString.EMPTY).remaining()).isZero();
	}

	@Test
	void startsAtFirstByteOfSubstring() {
		ByteString part = ByteString.copyFrom(new byte[] { 1, 2, 3, 4 }).substring(1, 3);
		ByteBuffer buffer = ByteStrings.buffer(part);
		assertThat(buffer.position()).isZero();
		assertThat(buffer).isEqualTo(ByteBuffer.wrap(new byte[] { 2, 3 }));
	}

	/**
	 * A stream that records the arrays it was read into.
	 */
	private static class RecordingStream extends InputStream implements KnownLength {

		private final ByteArrayInputStream content;

		private final List<byte[]> filled = new ArrayList<>();

		RecordingStream(byte[] content) {
			this.content = new ByteArrayInputStream(content);
		}

		@Override
		public int read() {
			return this.content.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			this.filled.add(target);
			return this.content.read(target, offset, length);
		}

		@Override
		public int available() throws IOException {
			return this.content.available();
		}

	}

}
