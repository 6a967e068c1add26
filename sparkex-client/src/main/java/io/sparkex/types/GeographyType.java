package io.sparkex.types;

/**
 * The type of geographies, which are shapes on the globe. Requires Spark 4.1 or later.
 *
 * @param srid the spatial reference system identifier, or {@value #MIXED_SRID} if it
 * differs between values
 * @since 0.1.0
 */
public record GeographyType(int srid) implements DataType {

	/**
	 * The identifier of a type whose values have different reference systems.
	 */
	public static final int MIXED_SRID = -1;

	@Override
	public String typeName() {
		return "geography(" + ((this.srid == MIXED_SRID) ? "any" : this.srid) + ")";
	}

	@Override
	public String simpleString() {
		return typeName();
	}

	@Override
	public String sql() {
		return "GEOGRAPHY(" + ((this.srid == MIXED_SRID) ? "ANY" : this.srid) + ")";
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitGeography(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
