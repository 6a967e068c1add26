package io.sparkex.types;

/**
 * The type of geometries, which are shapes in a plane. Requires Spark 4.1 or later.
 *
 * @param srid the spatial reference system identifier, or {@value #MIXED_SRID} if it
 * differs between values
 * @since 0.1.0
 */
public record GeometryType(int srid) implements DataType {

	/**
	 * The identifier of a type whose values have different reference systems.
	 */
	public static final int MIXED_SRID = -1;

	@Override
	public String typeName() {
		return "geometry(" + ((this.srid == MIXED_SRID) ? "any" : this.srid) + ")";
	}

	@Override
	public String simpleString() {
		return typeName();
	}

	@Override
	public String sql() {
		return "GEOMETRY(" + ((this.srid == MIXED_SRID) ? "ANY" : this.srid) + ")";
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitGeometry(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
