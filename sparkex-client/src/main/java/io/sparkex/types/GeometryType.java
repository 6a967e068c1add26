package io.sparkex.types;

/**
 * A shape in a plane. Known to servers from Spark 4.1 on.
 *
 * @param srid the identifier of the spatial reference system, {@value #MIXED_SRID} where
 * each value has its own
 * @since 0.1.0
 */
public record GeometryType(int srid) implements DataType {

	/** Stands for values of different reference systems. */
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
