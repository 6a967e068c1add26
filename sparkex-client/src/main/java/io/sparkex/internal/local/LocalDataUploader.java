package io.sparkex.internal.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.arrow.ArrowStreamSplitter;
import io.sparkex.internal.plan.CachedRows;
import io.sparkex.internal.plan.LocalRows;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.protocol.LocalRelationEncoder;
import io.sparkex.internal.protocol.ServerFeature;
import io.sparkex.internal.transport.ArtifactUploader;

/**
 * Uploader of local data. Small tables are sent within each plan; large tables are
 * uploaded once in parts, and plans refer to them.
 */
public final class LocalDataUploader {

	/**
	 * The maximum size of data that is sent with each request.
	 */
	private static final long MAX_INLINE_BYTES = 1L << 20;

	/**
	 * The target size of a part: small enough for several tasks on the server and for
	 * little memory in the client.
	 */
	static final int PART_BYTES = 8 << 20;

	/**
	 * The maximum size of encoded parts that are not sent yet.
	 */
	private static final long MAX_PENDING_BYTES = 24L << 20;

	/**
	 * The maximum size of a whole relation, for servers before Spark 4.1.
	 */
	private static final long MAX_WHOLE_BYTES = 1L << 30;

	private final ArtifactUploader artifacts;

	private final Supplier<String> version;

	public LocalDataUploader(ArtifactUploader artifacts, Supplier<String> version) {
		this.artifacts = artifacts;
		this.version = version;
	}

	/**
	 * Uploads a table, unless it is small enough to be sent within plans.
	 * @return the source that represents the table in plans
	 */
	public Source send(LocalTable table) {
		String schema = LocalData.text(table.schema());
		if (table.count() == 0) {
			return new Source.LocalData(null, schema);
		}
		LocalTableSplitter parts = new LocalTableSplitter(table);
		ByteBuffer first = parts.next();
		if (!parts.hasNext() && first.remaining() <= MAX_INLINE_BYTES) {
			return inline(first, table.count(), schema);
		}
		if ((long) first.remaining() * table.count() / parts.position() <= MAX_INLINE_BYTES) {
			ByteBuffer whole = table.encode(0, table.count(), 2 * MAX_INLINE_BYTES);
			if (whole != null) {
				return inline(whole, table.count(), schema);
			}
		}
		if (supportsParts()) {
			return new Source.CachedLocalData(uploadParts(first, parts, table.count(), schema));
		}
		ByteBuffer whole = table.encode(0, table.count(), MAX_WHOLE_BYTES);
		if (whole == null) {
			throw tooLarge();
		}
		return new Source.CachedLocalData(uploadWhole(whole, table.count(), schema));
	}

	/**
	 * Uploads an Arrow stream or file, unless it is small enough to be sent within plans.
	 * @return the source that represents the data in plans
	 */
	public Source sendArrow(byte[] bytes) {
		ArrowStreamSplitter parts = new ArrowStreamSplitter(bytes, PART_BYTES);
		if (bytes.length <= MAX_INLINE_BYTES || !parts.hasNext()) {
			return inline(parts.whole(), parts.rowCount(), null);
		}
		if (supportsParts()) {
			return new Source.CachedLocalData(uploadParts(parts.next(), parts, parts.rowCount(), null));
		}
		if (bytes.length > MAX_WHOLE_BYTES) {
			throw tooLarge();
		}
		return new Source.CachedLocalData(uploadWhole(parts.whole(), parts.rowCount(), null));
	}

	private static Source inline(ByteBuffer stream, long count, @Nullable String schema) {
		return new Source.LocalData(new LocalRows(stream, count), schema);
	}

	private boolean supportsParts() {
		return ServerFeature.CHUNKED_LOCAL_DATA.isIn(this.version.get());
	}

	@SuppressWarnings("ByteBufferBackingArray")
	private CachedRows uploadParts(ByteBuffer first, Iterator<ByteBuffer> rest, long count, @Nullable String schema) {
		List<String> hashes = new ArrayList<>();
		List<byte[]> pending = new ArrayList<>(List.of(first.array()));
		long pendingBytes = first.remaining();
		while (rest.hasNext()) {
			if (pendingBytes >= MAX_PENDING_BYTES) {
				hashes.addAll(this.artifacts.cache(pending));
				pending.clear();
				pendingBytes = 0;
			}
			ByteBuffer part = rest.next();
			pending.add(part.array());
			pendingBytes += part.remaining();
		}
		if (schema != null) {
			pending.add(schema.getBytes(StandardCharsets.UTF_8));
		}
		hashes.addAll(this.artifacts.cache(pending));
		String schemaHash = (schema != null) ? hashes.remove(hashes.size() - 1) : null;
		return new CachedRows(hashes, schemaHash, false, count);
	}

	private CachedRows uploadWhole(ByteBuffer stream, long count, @Nullable String schema) {
		Source.LocalData data = new Source.LocalData(new LocalRows(stream, count), schema);
		byte[] message = LocalRelationEncoder.encode(data).toByteArray();
		return new CachedRows(this.artifacts.cache(List.of(message)), null, true, count);
	}

	private static InvalidPlanException tooLarge() {
		return new InvalidPlanException("The local data has more than " + (MAX_WHOLE_BYTES >> 20)
				+ " MB, the limit of Spark before 4.1; use a newer server, or write the rows to a file or"
				+ " table that the server reads");
	}

}
