package io.sparkex;

import java.util.Map;

/**
 * A column of maps.
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
	 * The value of a key, null where a map does not have it.
	 * @param key the key
	 * @return the value
	 */
	public Column getItem(K key) {
		return toColumn().getItem(key);
	}

}
