package io.sparkex.types;

/**
 * The type of exact decimal numbers with a fixed precision and scale.
 *
 * @param precision the total number of digits, 1 to 38
 * @param scale the number of digits after the decimal point, 0 to {@code precision}
 * @since 0.1.0
 */
public record DecimalType(int precision, int scale) implements DataType {

	/**
	 * The maximum precision in Spark.
	 */
	public static final int MAX_PRECISION = 38;

	public DecimalType {
		if (precision < 1 || precision > MAX_PRECISION) {
			throw new IllegalArgumentException("precision must be 1 to 38 but is " + precision);
		}
		if (scale < 0 || scale > precision) {
			throw new IllegalArgumentException("scale must be 0 to " + precision + " but is " + scale);
		}
	}

	@Override
	public String typeName() {
		return "decimal(" + this.precision + "," + this.scale + ")";
	}

	@Override
	public String simpleString() {
		return typeName();
	}

	@Override
	public String sql() {
		return "DECIMAL(" + this.precision + "," + this.scale + ")";
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitDecimal(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
