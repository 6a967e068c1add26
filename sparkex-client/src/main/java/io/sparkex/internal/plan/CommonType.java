package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DecimalType;
import io.sparkex.types.MapType;

/**
 * Tightest common type of two types, to which values of both convert without loss. It is
 * the element type of array literals.
 */
final class CommonType {

	private static final List<DataType> INTEGERS = List.of(DataTypes.ByteType, DataTypes.ShortType,
			DataTypes.IntegerType, DataTypes.LongType);

	private static final List<DataType> FLOATS = List.of(DataTypes.FloatType, DataTypes.DoubleType);

	private CommonType() {
	}

	/**
	 * Returns the common type.
	 * @return the type, or {@code null} if there is none
	 */
	static @Nullable DataType of(DataType first, DataType second) {
		if (first.equals(second) || second == DataTypes.NullType) {
			return first;
		}
		if (first == DataTypes.NullType) {
			return second;
		}
		if (first instanceof DecimalType one && second instanceof DecimalType other) {
			return decimal(one, other);
		}
		if (first instanceof ArrayType one && second instanceof ArrayType other) {
			DataType elements = of(one.elementType(), other.elementType());
			return (elements != null) ? new ArrayType(elements) : null;
		}
		if (first instanceof MapType one && second instanceof MapType other) {
			DataType keys = of(one.keyType(), other.keyType());
			DataType values = of(one.valueType(), other.valueType());
			return (keys != null && values != null) ? new MapType(keys, values) : null;
		}
		DataType wider = wider(INTEGERS, first, second);
		return (wider != null) ? wider : wider(FLOATS, first, second);
	}

	private static @Nullable DataType wider(List<DataType> family, DataType first, DataType second) {
		int one = family.indexOf(first);
		int other = family.indexOf(second);
		return (one >= 0 && other >= 0) ? family.get(Math.max(one, other)) : null;
	}

	private static @Nullable DataType decimal(DecimalType one, DecimalType other) {
		int scale = Math.max(one.scale(), other.scale());
		int precision = Math.max(one.precision() - one.scale(), other.precision() - other.scale()) + scale;
		return (precision <= DecimalType.MAX_PRECISION) ? new DecimalType(precision, scale) : null;
	}

}
