package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.columnar.MapSlice;
import io.sparkex.types.MapType;

/**
 * Column vector of maps, stored as ranges of a key vector and a value vector.
 *
 * @since 0.1.0
 */
final class MapVector extends ArrowVector {

	private final Offsets offsets;

	private final ColumnVector keys;

	private final ColumnVector values;

	MapVector(MapType type, @Nullable ByteBuffer validity, Offsets offsets, ColumnVector keys, ColumnVector values) {
		super(type, validity);
		this.offsets = offsets;
		this.keys = keys;
		this.values = values;
	}

	@Override
	public MapSlice getMap(int row) {
		int start = this.offsets.start(row);
		return new MapSlice(this.keys, this.values, start, this.offsets.end(row, start));
	}

	@Override
	Object getObject(int row) {
		return getMap(row);
	}

	@Override
	Object getDetached(int row) {
		return getMap(row).detached();
	}

}
