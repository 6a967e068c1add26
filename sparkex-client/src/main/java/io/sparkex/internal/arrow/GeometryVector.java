package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.GeometryType;
import io.sparkex.values.Geometry;

/**
 * Column vector of geometries (planar shapes).
 *
 * @since 0.1.0
 */
final class GeometryVector extends ArrowVector {

	private final ArrowVector srids;

	private final ArrowVector shapes;

	GeometryVector(GeometryType type, @Nullable ByteBuffer validity, ArrowVector srids, ArrowVector shapes) {
		super(type, validity);
		this.srids = srids;
		this.shapes = shapes;
	}

	/**
	 * Returns the geometry of a row.
	 * @param row the row, from 0
	 * @return the geometry, with a copy of its bytes
	 */
	public Geometry getGeometry(int row) {
		return new Geometry(this.shapes.getBytes(this.shapes.required(row)),
				this.srids.getInt(this.srids.required(row)));
	}

	@Override
	Object getObject(int row) {
		return getGeometry(row);
	}

}
