package io.sparkex.columnar;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;

/**
 * The entries of one map, in their order: an unmodifiable view that decodes the entries
 * on first access.
 *
 * @since 0.1.0
 */
public final class MapSlice extends AbstractMap<Object, @Nullable Object> {

	private final ColumnVector keys;

	private final ColumnVector values;

	private final int start;

	private final int end;

	private @Nullable Map<Object, @Nullable Object> content;

	/**
	 * Creates a view of entries of two vectors.
	 * @param keys the vector of the keys
	 * @param values the vector of the values
	 * @param start the row of the first entry
	 * @param end the row after the last entry
	 */
	public MapSlice(ColumnVector keys, ColumnVector values, int start, int end) {
		this.keys = keys;
		this.values = values;
		this.start = start;
		this.end = end;
	}

	/**
	 * Returns the vector with the keys of this and other maps.
	 * @return the vector
	 */
	public ColumnVector keyVector() {
		return this.keys;
	}

	/**
	 * Returns the vector with the values of this and other maps.
	 * @return the vector
	 */
	public ColumnVector valueVector() {
		return this.values;
	}

	/**
	 * Returns the row of the first entry in the vectors.
	 * @return the row, from 0
	 */
	public int start() {
		return this.start;
	}

	/**
	 * Returns the row after the last entry in the vectors.
	 * @return the row, at least {@link #start()}
	 */
	public int end() {
		return this.end;
	}

	@Override
	public Set<Entry<Object, @Nullable Object>> entrySet() {
		return content().entrySet();
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return content().containsKey(key);
	}

	@Override
	public @Nullable Object get(@Nullable Object key) {
		return content().get(key);
	}

	/**
	 * Decodes the entries on first access. Concurrent threads may decode them several
	 * times, with the same result.
	 */
	private Map<Object, @Nullable Object> content() {
		Map<Object, @Nullable Object> read = this.content;
		if (read == null) {
			read = Collections.unmodifiableMap(read());
			this.content = read;
		}
		return read;
	}

	private Map<Object, @Nullable Object> read() {
		Map<Object, @Nullable Object> map = new LinkedHashMap<>();
		for (int row = this.start; row < this.end; row++) {
			Object key = this.keys.get(row);
			if (key == null) {
				throw new CorruptResultException("The server sent a map with a null key");
			}
			map.put(key, this.values.get(row));
		}
		return map;
	}

	/**
	 * Copies this map so that it does not keep the received bytes in memory.
	 * @return a copy
	 */
	public MapSlice detached() {
		return new MapSlice(this.keys.detached(this.start, this.end), this.values.detached(this.start, this.end), 0,
				this.end - this.start);
	}

}
