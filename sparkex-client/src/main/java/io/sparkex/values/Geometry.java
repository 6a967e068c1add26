package io.sparkex.values;

/**
 * A geometry: a shape in a plane.
 *
 * @since 0.1.0
 */
public final class Geometry extends Spatial {

	/**
	 * Creates a geometry.
	 * @param wkb the shape in well-known binary form (WKB), which is not validated
	 * @param srid the spatial reference system identifier
	 */
	public Geometry(byte[] wkb, int srid) {
		super(wkb, srid);
	}

}
