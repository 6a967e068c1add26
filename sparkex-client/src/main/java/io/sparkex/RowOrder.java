package io.sparkex;

import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;

/**
 * Comparators that order rows by one of their columns, as Spark does without a collation.
 */
final class RowOrder {

	private static final Set<SimpleType> UNORDERED = EnumSet.of(SimpleType.CALENDAR_INTERVAL, SimpleType.VARIANT);

	private RowOrder() {
	}

	/**
	 * Returns the comparator of a column, nulls first.
	 */
	static Comparator<Row> of(StructType schema, String name) {
		int position = schema.fieldIndex(name);
		StructField field = schema.field(position);
		if (!isOrdered(field.dataType())) {
			throw new IllegalArgumentException("The column '" + name + "' of type " + field.dataType().simpleString()
					+ " cannot be ordered; use a comparator, or orderBy() on the server");
		}
		Comparator<@Nullable Object> values = Comparator.nullsFirst(RowOrder::compare);
		return (left, right) -> values.compare(left.get(position), right.get(position));
	}

	private static boolean isOrdered(DataType type) {
		return (type instanceof SimpleType simple) ? !UNORDERED.contains(simple)
				: type instanceof DecimalType || type instanceof StringType || type instanceof CharType
						|| type instanceof VarcharType || type instanceof TimeType
						|| type instanceof DayTimeIntervalType || type instanceof YearMonthIntervalType;
	}

	@SuppressWarnings("unchecked")
	private static int compare(Object left, Object right) {
		if (left instanceof String text) {
			return compareTexts(text, (String) right);
		}
		if (left instanceof byte[] bytes) {
			return Arrays.compareUnsigned(bytes, (byte[]) right);
		}
		if (left instanceof Period period) {
			return Long.compare(period.toTotalMonths(), ((Period) right).toTotalMonths());
		}
		return ((Comparable<Object>) left).compareTo(right);
	}

	/**
	 * Compares in the order of UTF-8 bytes, which is code point order. The order of
	 * {@code String.compareTo} differs for surrogate pairs.
	 */
	private static int compareTexts(String left, String right) {
		int length = Math.min(left.length(), right.length());
		for (int i = 0; i < length; i++) {
			char one = left.charAt(i);
			char other = right.charAt(i);
			if (one != other) {
				int surrogates = Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(other));
				return (surrogates != 0) ? surrogates : one - other;
			}
		}
		return left.length() - right.length();
	}

}
