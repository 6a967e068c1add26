package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Local data that the server has in the artifact cache of the session.
 *
 * @param dataHashes the SHA-256 hash of each part in hexadecimal, in order
 * @param schemaHash the SHA-256 hash of the schema in DDL or JSON, or {@code null} to use
 * the schema of the parts
 * @param isWhole {@code true} if the only part is a protobuf message with both rows and
 * schema
 * @param count the number of rows
 * @since 0.1.0
 */
public record CachedRows(List<String> dataHashes, @Nullable String schemaHash, boolean isWhole, long count) {

	public CachedRows {
		dataHashes = List.copyOf(dataHashes);
		if (isWhole && dataHashes.size() != 1) {
			throw new IllegalArgumentException("a relation that is cached as a whole must have one part");
		}
	}

	@Override
	public String toString() {
		return this.count + " in " + this.dataHashes.size() + " parts";
	}

}
