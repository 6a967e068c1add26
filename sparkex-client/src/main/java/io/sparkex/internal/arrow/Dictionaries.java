package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;

/**
 * Dictionaries of a stream. The column that uses a dictionary decodes it, because only
 * the column has the type of the values.
 */
final class Dictionaries {

	private final Map<Long, List<RecordBatchReader.Source>> batches = new HashMap<>();

	/**
	 * Adds a dictionary batch, which replaces earlier batches unless it is a delta.
	 */
	void add(@Nullable DictionaryBatch batch, ByteBuffer body) {
		RecordBatch values = (batch != null) ? batch.data() : null;
		if (batch == null || values == null) {
			throw new CorruptResultException("The server sent an Arrow dictionary without values");
		}
		List<RecordBatchReader.Source> parts = batch.isDelta()
				? new ArrayList<>(this.batches.getOrDefault(batch.id(), List.of())) : new ArrayList<>();
		parts.add(new RecordBatchReader.Source(values, body));
		this.batches.put(batch.id(), parts);
	}

	/**
	 * Returns the batches of a dictionary.
	 * @param id the dictionary id
	 * @return a reader for each batch, or an empty list if none was received
	 */
	List<RecordBatchReader> readers(long id) {
		return this.batches.getOrDefault(id, List.of()).stream().map(RecordBatchReader::new).toList();
	}

}
