package io.sparkex.internal.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;

import io.sparkex.internal.proto.Relation;

/**
 * Encoded relation with its nesting depth.
 * <p>
 * Protobuf serializes recursively, which overflows the stack for plans with thousands of
 * operators. A message that reaches the depth limit is therefore replaced by a message
 * that holds the same bytes as unknown fields. Its wire format is the same, but
 * serializing it does not recurse.
 *
 * @param relation the message
 * @param depth the nesting depth, including this message
 */
record EncodedRelation(Relation relation, int depth) {

	/**
	 * Serializing a level takes up to 2.6 KB of stack in interpreted code.
	 */
	private static final int MAX_DEPTH = 64;

	static EncodedRelation of(Relation relation, int depthBelow) {
		return (depthBelow < MAX_DEPTH) ? new EncodedRelation(relation, depthBelow + 1)
				: new EncodedRelation(flat(relation.toByteString()), 1);
	}

	private static Relation flat(ByteString bytes) {
		try {
			return Relation.newBuilder().setUnknownFields(UnknownFieldSet.parseFrom(bytes)).build();
		}
		catch (InvalidProtocolBufferException ex) {
			throw new IllegalStateException("An encoded message cannot be parsed", ex);
		}
	}

}
