package io.sparkex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.NullHandling;

/**
 * What can be done about nulls and wrong values, from {@link DataFrame#na()}. Columns
 * whose type does not fit a value are left as they are. Immutable.
 *
 * @since 0.1.0
 */
public final class DataFrameNaFunctions {

	private final DataFrame frame;

	DataFrameNaFunctions(DataFrame frame) {
		this.frame = frame;
	}

	/**
	 * The rows without a null or NaN.
	 * @return a new frame
	 */
	public DataFrame drop() {
		return drop("any");
	}

	/**
	 * The rows without nulls or NaNs.
	 * @param how {@code any} to drop rows that have one, {@code all} to drop rows that
	 * have nothing else
	 * @return a new frame
	 */
	public DataFrame drop(String how) {
		return drop(how, new String[0]);
	}

	/**
	 * The rows without a null or NaN in some columns.
	 * @param cols the names of the columns
	 * @return a new frame
	 */
	public DataFrame drop(String[] cols) {
		return drop("any", cols);
	}

	/**
	 * The rows without nulls or NaNs in some columns.
	 * @param how {@code any} to drop rows that have one, {@code all} to drop rows that
	 * have nothing else
	 * @param cols the names of the columns
	 * @return a new frame
	 */
	public DataFrame drop(String how, String[] cols) {
		return switch (how) {
			case "any" -> drop((Integer) null, cols);
			case "all" -> drop(1, cols);
			default -> throw new IllegalArgumentException("how must be 'any' or 'all' but is '" + how + "'");
		};
	}

	/**
	 * The rows that have enough values.
	 * @param minNonNulls how many values a row needs that are neither null nor NaN
	 * @return a new frame
	 */
	public DataFrame drop(int minNonNulls) {
		return drop(minNonNulls, new String[0]);
	}

	/**
	 * The rows that have enough values in some columns.
	 * @param minNonNulls how many values a row needs that are neither null nor NaN
	 * @param cols the names of the columns
	 * @return a new frame
	 */
	public DataFrame drop(int minNonNulls, String[] cols) {
		return drop(Integer.valueOf(minNonNulls), cols);
	}

	private DataFrame drop(@Nullable Integer leastValues, String[] cols) {
		return this.frame.with(new NullHandling.DropRows(this.frame.relation(), List.of(cols), leastValues));
	}

	/**
	 * The rows with a value in the place of nulls and NaNs, in the columns of its type.
	 * @param value a number, text or boolean
	 * @return a new frame
	 */
	public DataFrame fill(Object value) {
		return fill(value, new String[0]);
	}

	/**
	 * The rows with a value in the place of nulls and NaNs in some columns.
	 * @param value a number, text or boolean
	 * @param cols the names of the columns
	 * @return a new frame
	 */
	public DataFrame fill(Object value, String[] cols) {
		return fill(List.of(cols), List.of(filler(value)));
	}

	/**
	 * The rows with values in the place of nulls and NaNs.
	 * @param valueMap the values by the names of the columns
	 * @return a new frame
	 */
	public DataFrame fill(Map<String, ?> valueMap) {
		List<String> columns = new ArrayList<>();
		List<Literal> values = new ArrayList<>();
		valueMap.forEach((column, value) -> {
			columns.add(column);
			values.add(filler(value));
		});
		return fill(columns, values);
	}

	/**
	 * The server knows whole numbers of 64 bits and fractions of 64 bits here, and fits
	 * them to the columns.
	 */
	private static Literal filler(Object value) {
		if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
			return Literal.of(((Number) value).longValue());
		}
		return Literal.of((value instanceof Float number) ? Double.valueOf(number) : value);
	}

	private DataFrame fill(List<String> columns, List<Literal> values) {
		return this.frame.with(new NullHandling.Fill(this.frame.relation(), columns, values));
	}

	/**
	 * The rows with some values of a column replaced.
	 * @param col the name of the column; {@code *} for all
	 * @param replacement the new values, which may be null, by the old ones
	 * @return a new frame
	 */
	public DataFrame replace(String col, Map<?, ?> replacement) {
		return replace(new String[] { col }, replacement);
	}

	/**
	 * The rows with some values of columns replaced.
	 * @param cols the names of the columns; {@code *} for all
	 * @param replacement the new values, which may be null, by the old ones
	 * @return a new frame
	 */
	public DataFrame replace(String[] cols, Map<?, ?> replacement) {
		Map<Literal, Literal> literals = new LinkedHashMap<>();
		replacement.forEach((oldValue, newValue) -> literals.put(replacement(oldValue), replacement(newValue)));
		List<String> columns = List.of(cols);
		return this.frame.with(
				new NullHandling.Replace(this.frame.relation(), columns.contains("*") ? List.of() : columns, literals));
	}

	/**
	 * The server knows all numbers as fractions of 64 bits here.
	 */
	private static Literal replacement(@Nullable Object value) {
		return Literal.of((value instanceof Number number) ? Double.valueOf(number.doubleValue()) : value);
	}

}
