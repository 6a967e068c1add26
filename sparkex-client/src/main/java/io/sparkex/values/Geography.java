package io.sparkex.values;

/**
 * A shape on the globe.
 *
 * @since 0.1.0
 */
public final class Geography extends Spatial {

	/**
	 * A shape.
	 * @param wkb the shape in well-known binary form, which is not looked into
	 * @param srid the identifier of the spatial reference system
	 */
	public Geography(byte[] wkb, int srid) {
		super(wkb, srid);
	}

}
