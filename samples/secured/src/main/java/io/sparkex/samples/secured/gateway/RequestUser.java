package io.sparkex.samples.secured.gateway;

import java.io.IOException;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

/**
 * Reader of the user of a Spark Connect request, which all request messages have in the
 * same field.
 */
final class RequestUser {

	private static final int USER_CONTEXT = 2;

	private static final int USER_ID = 1;

	private RequestUser() {
	}

	/**
	 * Returns the user ID, or an empty string if there is none.
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
