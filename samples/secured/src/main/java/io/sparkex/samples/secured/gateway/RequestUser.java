package io.sparkex.samples.secured.gateway;

import java.io.IOException;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

/**
 * Reads from a request of Spark Connect on whose behalf it is made. All kinds of them
 * have that in the same place.
 */
final class RequestUser {

	private static final int USER_CONTEXT = 2;

	private static final int USER_ID = 1;

	private RequestUser() {
	}

	/**
	 * The user, or nothing if there is none.
	 */
	static String of(byte[] request) throws IOException {
		return field(field(ByteString.copyFrom(request), USER_CONTEXT), USER_ID).toStringUtf8();
	}

	private static ByteString field(ByteString message, int number) throws IOException {
		CodedInputStream in = message.newCodedInput();
		for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
			if (WireFormat.getTagFieldNumber(tag) == number) {
				return in.readBytes();
			}
			in.skipField(tag);
		}
		return ByteString.EMPTY;
	}

}
