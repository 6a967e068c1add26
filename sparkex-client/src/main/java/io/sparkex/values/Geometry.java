package io.sparkex.values;

/**
 * A shape in a plane.
 *
 * @since 0.1.0
 */
public final class Geometry extends Spatial {

	/**
	 * A shape.
	 * @param wkb the shape in well-known binary form, which is not looked into
	 * @param srid the identifier of the spatial reference system
	 */
	public Geometry(byte[] wkb, int srid) {
		super(wkb, srid);
	}

}
