package io.sparkex.values;

/**
 * A geography: a shape on the globe.
 *
 * @since 0.1.0
 */
public final class Geography extends Spatial {

	/**
	 * Creates a geography.
	 * @param wkb the shape in well-known binary form (WKB), which is not validated
	 * @param srid the spatial reference system identifier
	 */
	public Geography(byte[] wkb, int srid) {
		super(wkb, srid);
	}

}
