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
 * Makes tables of this program known to the server. Small ones travel within each plan;
 * large ones are sent once, part by part, and plans refer to them.
 */
public final class LocalDataSender {

	/**
	 * As much goes along with every question about a frame.
	 */
	private static final long MAX_INLINE_BYTES = 1L << 20;

	/**
	 * Some tasks for the server in all that is worth to be cut, and little memory here.
	 */
	static final int PART_BYTES = 8 << 20;

	/**
	 * How much is encoded before it is sent.
	 */
	private static final long MAX_PENDING_BYTES = 24L << 20;

	/**
	 * What servers before 4.1 take as a whole.
	 */
	private static final long MAX_WHOLE_BYTES = 1L << 30;

	private final ArtifactUploader artifacts;

	private final Supplier<String> version;

	public LocalDataSender(ArtifactUploader artifacts, Supplier<String> version) {
		this.artifacts = artifacts;
		this.version = version;
	}

	/**
	 * Sends a table, unless it can travel within plans.
	 * @return what stands for it in plans
	 */
	public Source send(LocalTable table) {
		String schema = LocalData.text(table.schema());
		if (table.count() == 0) {
			return new Source.LocalData(null, schema);
		}
		LocalParts parts = new LocalParts(table);
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
		if (takesParts()) {
			return new Source.CachedLocalData(sendParts(first, parts, table.count(), schema));
		}
		ByteBuffer whole = table.encode(0, table.count(), MAX_WHOLE_BYTES);
		if (whole == null) {
			throw tooLargeAsAWhole();
		}
		return new Source.CachedLocalData(sendWhole(whole, table.count(), schema));
	}

	/**
	 * Sends a stream or file of Arrow, unless it can travel within plans.
	 * @return what stands for it in plans
	 */
	public Source sendArrow(byte[] bytes) {
		ArrowStreamSplitter parts = new ArrowStreamSplitter(bytes, PART_BYTES);
		if (bytes.length <= MAX_INLINE_BYTES || !parts.hasNext()) {
			return inline(parts.whole(), parts.rowCount(), null);
		}
		if (takesParts()) {
			return new Source.CachedLocalData(sendParts(parts.next(), parts, parts.rowCount(), null));
		}
		if (bytes.length > MAX_WHOLE_BYTES) {
			throw tooLargeAsAWhole();
		}
		return new Source.CachedLocalData(sendWhole(parts.whole(), parts.rowCount(), null));
	}

	private static Source inline(ByteBuffer stream, long count, @Nullable String schema) {
		return new Source.LocalData(new LocalRows(stream, count), schema);
	}

	private boolean takesParts() {
		return ServerFeature.CHUNKED_LOCAL_DATA.isIn(this.version.get());
	}

	private CachedRows sendParts(ByteBuffer first, Iterator<ByteBuffer> rest, long count, @Nullable String schema) {
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

	private CachedRows sendWhole(ByteBuffer stream, long count, @Nullable String schema) {
		Source.LocalData data = new Source.LocalData(new LocalRows(stream, count), schema);
		byte[] message = LocalRelationEncoder.encode(data).toByteArray();
		return new CachedRows(this.artifacts.cache(List.of(message)), null, true, count);
	}

	private static InvalidPlanException tooLargeAsAWhole() {
		return new InvalidPlanException("The local data has more than " + (MAX_WHOLE_BYTES >> 20)
				+ " MB, the most that Spark before 4.1 takes; use a newer server, or write the rows to a file or"
				+ " table that the server reads");
	}

}
