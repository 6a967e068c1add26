package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rows that the server has in the artifacts of the session.
 *
 * @param dataHashes the SHA-256 of each part in hexadecimal, in their order
 * @param schemaHash the SHA-256 of their schema as DDL or JSON, or {@code null} if that
 * of the parts will do
 * @param isWhole whether the only part is a message with the rows and their schema
 * @param count the count of rows
 * @since 0.1.0
 */
public record CachedRows(List<String> dataHashes, @Nullable String schemaHash, boolean isWhole, long count) {

	public CachedRows {
		dataHashes = List.copyOf(dataHashes);
		if (isWhole && dataHashes.size() != 1) {
			throw new IllegalArgumentException("A relation that is cached as a whole has one part");
		}
	}

	@Override
	public String toString() {
		return this.count + " in " + this.dataHashes.size() + " parts";
	}

}
