package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.GeographyType;
import io.sparkex.values.Geography;

/**
 * Column vector of geographies (geodesic shapes).
 *
 * @since 0.1.0
 */
final class GeographyVector extends ArrowVector {

	private final ArrowVector srids;

	private final ArrowVector shapes;

	GeographyVector(GeographyType type, @Nullable ByteBuffer validity, ArrowVector srids, ArrowVector shapes) {
		super(type, validity);
		this.srids = srids;
		this.shapes = shapes;
	}

	/**
	 * Returns the geography of a row.
	 * @param row the row, from 0
	 * @return the geography, with a copy of its bytes
	 */
	public Geography getGeography(int row) {
		return new Geography(this.shapes.getBytes(this.shapes.required(row)),
				this.srids.getInt(this.srids.required(row)));
	}

	@Override
	Object getObject(int row) {
		return getGeography(row);
	}

}
