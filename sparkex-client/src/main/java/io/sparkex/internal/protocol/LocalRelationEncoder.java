package io.sparkex.internal.protocol;

import com.google.protobuf.UnsafeByteOperations;

import io.sparkex.internal.plan.CachedRows;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.proto.CachedLocalRelation;
import io.sparkex.internal.proto.ChunkedCachedLocalRelation;
import io.sparkex.internal.proto.LocalRelation;
import io.sparkex.internal.proto.Relation;

/**
 * Encoder of local data.
 *
 * @since 0.1.0
 */
public final class LocalRelationEncoder {

	private LocalRelationEncoder() {
	}

	/**
	 * Encodes rows that are sent within the plan.
	 * @param data the rows
	 * @return the message, which shares the bytes of the rows
	 */
	public static LocalRelation encode(Source.LocalData data) {
		LocalRelation.Builder message = LocalRelation.newBuilder();
		if (data.schema() != null) {
			message.setSchema(data.schema());
		}
		if (data.rows() != null) {
			message.setData(UnsafeByteOperations.unsafeWrap(data.rows().stream()));
		}
		return message.build();
	}

	static Relation.Builder encode(CachedRows rows) {
		Relation.Builder message = Relation.newBuilder();
		if (rows.isWhole()) {
			return message.setCachedLocalRelation(CachedLocalRelation.newBuilder().setHash(rows.dataHashes().get(0)));
		}
		ChunkedCachedLocalRelation.Builder parts = ChunkedCachedLocalRelation.newBuilder()
			.addAllDataHashes(rows.dataHashes());
		if (rows.schemaHash() != null) {
			parts.setSchemaHash(rows.schemaHash());
		}
		return message.setChunkedCachedLocalRelation(parts);
	}

}
