package io.sparkex.values;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;

/**
 * A semi-structured value in the binary form of Spark, decoded when it is read.
 * <p>
 * Variants are equal if their bytes are. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Variant {

	private final byte[] value;

	private final byte[] metadata;

	/**
	 * A variant in its binary form, which is checked only when it is read.
	 * @param value the value
	 * @param metadata the names of all fields in the value
	 */
	public Variant(byte[] value, byte[] metadata) {
		this.value = value.clone();
		this.metadata = metadata.clone();
	}

	/**
	 * The value in its binary form.
	 * @return a copy of the bytes
	 */
	public byte[] value() {
		return this.value.clone();
	}

	/**
	 * The names of all fields in the value in their binary form.
	 * @return a copy of the bytes
	 */
	public byte[] metadata() {
		return this.metadata.clone();
	}

	/**
	 * The value as an object of Java: null, Boolean, Long, Float, Double, BigDecimal,
	 * String, UUID, byte[], LocalDate, LocalTime, Instant or LocalDateTime.
	 * <p>
	 * An array is an unmodifiable List, an object an unmodifiable Map in the order of its
	 * fields. All integers are Long, whatever the count of bytes they are stored in.
	 * @return the value, or {@code null} for the null of JSON
	 * @throws CorruptResultException if the bytes are no variant
	 */
	public @Nullable Object toObject() {
		return new VariantReader(this.value, this.metadata).read();
	}

	/**
	 * The value as JSON, as Spark writes it in the time zone UTC.
	 * <p>
	 * What JSON has no form for is a string: times in the form of SQL, bytes in Base64,
	 * NaN and the infinities.
	 * @return the JSON text, on one line
	 * @throws CorruptResultException if the bytes are no variant
	 */
	public String toJson() {
		return new JsonText().append(toObject()).toString();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Variant that && Arrays.equals(this.value, that.value)
				&& Arrays.equals(this.metadata, that.metadata));
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(this.value) + Arrays.hashCode(this.metadata);
	}

	/**
	 * The value as {@link #toJson() JSON}.
	 */
	@Override
	public String toString() {
		return toJson();
	}

}
