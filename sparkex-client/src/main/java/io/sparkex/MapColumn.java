package io.sparkex;

import java.util.Map;

/**
 * A typed map column.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @since 0.1.0
 */
public final class MapColumn<K, V> extends TypedColumn<Map<K, V>> {

	MapColumn(Column column) {
		super(column);
	}

	/**
	 * Returns the value of a key, or null if the map does not contain the key.
	 * @param key the key
	 * @return the value
	 */
	public Column getItem(K key) {
		return toColumn().getItem(key);
	}

}
