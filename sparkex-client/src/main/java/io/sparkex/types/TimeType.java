package io.sparkex.types;

/**
 * The type of times of day without time zone. Requires Spark 4.1 or later.
 *
 * @param precision the number of fractional digits of seconds, 0 to 6
 * @since 0.1.0
 */
public record TimeType(int precision) implements DataType {

	public TimeType {
		if (precision < 0 || precision > 6) {
			throw new IllegalArgumentException("precision must be 0 to 6 but is " + precision);
		}
	}

	@Override
	public String typeName() {
		return "time(" + this.precision + ")";
	}

	@Override
	public String simpleString() {
		return typeName();
	}

	@Override
	public String sql() {
		return "TIME(" + this.precision + ")";
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitTime(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
