package io.sparkex.internal.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;

import io.sparkex.internal.proto.Relation;

/**
 * The message of a relation, and how many messages protobuf has to go down to write it.
 * <p>
 * Protobuf writes by recursion, which overflows the stack on a plan of some thousand
 * steps. A message that has become deep is therefore replaced by one that holds the same
 * bytes as fields unknown to it: it looks the same on the wire and is written without
 * going down.
 *
 * @param relation the message
 * @param depth the levels below it, itself included
 */
record NestedMessage(Relation relation, int depth) {

	private static final int MAX_DEPTH = 100;

	static NestedMessage of(Relation relation, int depthBelow) {
		return (depthBelow < MAX_DEPTH) ? new NestedMessage(relation, depthBelow + 1)
				: new NestedMessage(flat(relation.toByteString()), 1);
	}

	private static Relation flat(ByteString bytes) {
		try {
			return Relation.newBuilder().setUnknownFields(UnknownFieldSet.parseFrom(bytes)).build();
		}
		catch (InvalidProtocolBufferException ex) {
			throw new IllegalStateException("A message just written cannot be read", ex);
		}
	}

}
