package io.sparkex.values;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;

/**
 * A semi-structured value in Spark's binary variant encoding, decoded when it is read.
 * <p>
 * Variants are equal if their bytes are equal. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Variant {

	private final byte[] value;

	private final byte[] metadata;

	/**
	 * Creates a variant from its binary encoding, which is validated when it is read.
	 * @param value the value
	 * @param metadata the field names of the value
	 */
	public Variant(byte[] value, byte[] metadata) {
		this.value = value.clone();
		this.metadata = metadata.clone();
	}

	/**
	 * Returns the binary encoding of the value.
	 * @return a copy of the bytes
	 */
	public byte[] value() {
		return this.value.clone();
	}

	/**
	 * Returns the binary encoding of the field names.
	 * @return a copy of the bytes
	 */
	public byte[] metadata() {
		return this.metadata.clone();
	}

	/**
	 * Returns the value as a Java object: null, Boolean, Long, Float, Double, BigDecimal,
	 * String, UUID, byte[], LocalDate, LocalTime, Instant or LocalDateTime.
	 * <p>
	 * An array is an unmodifiable List, an object is an unmodifiable Map in the order of
	 * its fields. All integers are Long, regardless of their storage size.
	 * @return the value, or {@code null} for a JSON null
	 * @throws CorruptResultException if the bytes are not a valid variant
	 */
	public @Nullable Object toObject() {
		return new VariantReader(this.value, this.metadata).read();
	}

	/**
	 * Returns the value as JSON, as Spark formats it in UTC.
	 * <p>
	 * Values without a JSON representation are strings: dates and times in SQL format,
	 * binary values in Base64, NaN and infinities.
	 * @return the JSON text, on one line
	 * @throws CorruptResultException if the bytes are not a valid variant
	 */
	public String toJson() {
		return VariantJson.write(toObject());
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
	 * Returns the value as {@link #toJson() JSON}.
	 */
	@Override
	public String toString() {
		return toJson();
	}

}
