package io.sparkex.connect;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Protobuf message that is added to the user context of each request, for servers with a
 * plugin that reads it, such as the tenant of a request. Immutable and thread-safe.
 * {@link #toString()} does not show the content.
 *
 * @param typeUrl the type URL of the message, such as {@code
 * type.googleapis.com/com.example.Tenant}
 * @param value the message in the protobuf wire format; copied
 * @since 0.1.0
 */
public record UserContextExtension(String typeUrl, ByteBuffer value) {

	public UserContextExtension {
		Objects.requireNonNull(typeUrl, "typeUrl");
		value = copy(value).asReadOnlyBuffer();
	}

	private static ByteBuffer copy(ByteBuffer value) {
		return ByteBuffer.allocate(value.remaining()).put(value.duplicate()).flip();
	}

	@Override
	public ByteBuffer value() {
		return this.value.duplicate();
	}

	/**
	 * Returns the type URL only, because the content may be a secret.
	 */
	@Override
	public String toString() {
		return "UserContextExtension[typeUrl=" + this.typeUrl + "]";
	}

}
