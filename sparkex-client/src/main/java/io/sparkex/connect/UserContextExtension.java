package io.sparkex.connect;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Something that a server was extended to read in the user context of each request, such
 * as who asks on whose behalf.
 *
 * @param typeUrl the type of the message, such as
 * {@code type.googleapis.com/com.example.Tenant}
 * @param value the message as protobuf writes it
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
	 * Shows no content, which may be a secret.
	 */
	@Override
	public String toString() {
		return "UserContextExtension[typeUrl=" + this.typeUrl + "]";
	}

}
