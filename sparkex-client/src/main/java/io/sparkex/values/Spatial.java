package io.sparkex.values;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A shape with the spatial reference system of its coordinates. Immutable. Two values are
 * equal if they have the same class, shape and reference system.
 *
 * @since 0.1.0
 */
public abstract sealed class Spatial permits Geometry, Geography {

	private final byte[] wkb;

	private final int srid;

	Spatial(byte[] wkb, int srid) {
		this.wkb = wkb.clone();
		this.srid = srid;
	}

	/**
	 * Returns the shape in the well-known binary form (WKB) of the Open Geospatial
	 * Consortium.
	 * @return a copy of the bytes
	 */
	public final byte[] wkb() {
		return this.wkb.clone();
	}

	/**
	 * Returns the spatial reference system identifier.
	 * @return the identifier, such as 4326
	 */
	public final int srid() {
		return this.srid;
	}

	@Override
	public final boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Spatial that && getClass() == that.getClass()
				&& this.srid == that.srid && Arrays.equals(this.wkb, that.wkb));
	}

	@Override
	public final int hashCode() {
		return Objects.hash(this.srid, Arrays.hashCode(this.wkb));
	}

	@Override
	public final String toString() {
		return getClass().getSimpleName() + "[srid=" + this.srid + ", wkb of " + this.wkb.length + " bytes]";
	}

}
