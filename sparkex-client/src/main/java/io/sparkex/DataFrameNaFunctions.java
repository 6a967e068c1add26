package io.sparkex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.NullHandling;

/**
 * Functions that drop, fill and replace nulls and NaNs, from {@link DataFrame#na()}.
 * Columns whose type does not match a value are not changed. Immutable.
 *
 * @since 0.1.0
 */
public final class DataFrameNaFunctions {

	private final DataFrame df;

	DataFrameNaFunctions(DataFrame df) {
		this.df = df;
	}

	/**
	 * Drops rows that contain a null or NaN.
	 * @return a new DataFrame
	 */
	public DataFrame drop() {
		return drop("any");
	}

	/**
	 * Drops rows that contain nulls or NaNs.
	 * @param how {@code any} to drop rows that contain a null or NaN, {@code all} to drop
	 * rows in which all values are null or NaN
	 * @return a new DataFrame
	 */
	public DataFrame drop(String how) {
		return drop(how, new String[0]);
	}

	/**
	 * Drops rows that contain a null or NaN in the given columns.
	 * @param cols the column names
	 * @return a new DataFrame
	 */
	public DataFrame drop(String[] cols) {
		return drop("any", cols);
	}

	/**
	 * Drops rows that contain nulls or NaNs in the given columns.
	 * @param how {@code any} to drop rows that contain a null or NaN, {@code all} to drop
	 * rows in which all values are null or NaN
	 * @param cols the column names
	 * @return a new DataFrame
	 */
	public DataFrame drop(String how, String[] cols) {
		return switch (how) {
			case "any" -> drop((Integer) null, cols);
			case "all" -> drop(1, cols);
			default -> throw new IllegalArgumentException("how must be 'any' or 'all' but is '" + how + "'");
		};
	}

	/**
	 * Drops rows that have fewer than {@code minNonNulls} values that are neither null
	 * nor NaN.
	 * @param minNonNulls the minimum number of values that are neither null nor NaN
	 * @return a new DataFrame
	 */
	public DataFrame drop(int minNonNulls) {
		return drop(minNonNulls, new String[0]);
	}

	/**
	 * Drops rows that have fewer than {@code minNonNulls} values in the given columns
	 * that are neither null nor NaN.
	 * @param minNonNulls the minimum number of values that are neither null nor NaN
	 * @param cols the column names
	 * @return a new DataFrame
	 */
	public DataFrame drop(int minNonNulls, String[] cols) {
		return drop(Integer.valueOf(minNonNulls), cols);
	}

	private DataFrame drop(@Nullable Integer minNonNulls, String[] cols) {
		return this.df.with(new NullHandling.DropRows(this.df.relation(), List.of(cols), minNonNulls));
	}

	/**
	 * Replaces nulls and NaNs by a value in all columns of a matching type.
	 * @param value a number, string or boolean
	 * @return a new DataFrame
	 */
	public DataFrame fill(Object value) {
		return fill(value, new String[0]);
	}

	/**
	 * Replaces nulls and NaNs by a value in the given columns.
	 * @param value a number, string or boolean
	 * @param cols the column names
	 * @return a new DataFrame
	 */
	public DataFrame fill(Object value, String[] cols) {
		return fill(List.of(cols), List.of(fillLiteral(value)));
	}

	/**
	 * Replaces nulls and NaNs by a value for each column.
	 * @param valueMap the replacement values by column name
	 * @return a new DataFrame
	 */
	public DataFrame fill(Map<String, ?> valueMap) {
		List<String> columns = new ArrayList<>();
		List<Literal> values = new ArrayList<>();
		valueMap.forEach((column, value) -> {
			columns.add(column);
			values.add(fillLiteral(value));
		});
		return fill(columns, values);
	}

	/**
	 * Converts a value to a literal. The protocol supports only 64-bit integers and
	 * doubles here; the server casts them to the column types.
	 */
	private static Literal fillLiteral(Object value) {
		if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
			return Literal.of(((Number) value).longValue());
		}
		return Literal.of((value instanceof Float number) ? Double.valueOf(number) : value);
	}

	private DataFrame fill(List<String> columns, List<Literal> values) {
		return this.df.with(new NullHandling.Fill(this.df.relation(), columns, values));
	}

	/**
	 * Replaces values in a column.
	 * @param col the column name, or {@code *} for all columns
	 * @param replacement the new values, which may be null, by old value
	 * @return a new DataFrame
	 */
	public DataFrame replace(String col, Map<?, ?> replacement) {
		return replace(new String[] { col }, replacement);
	}

	/**
	 * Replaces values in the given columns.
	 * @param cols the column names, or {@code *} for all columns
	 * @param replacement the new values, which may be null, by old value
	 * @return a new DataFrame
	 */
	public DataFrame replace(String[] cols, Map<?, ?> replacement) {
		Map<Literal, Literal> literals = new LinkedHashMap<>();
		replacement.forEach((oldValue, newValue) -> literals.put(replaceLiteral(oldValue), replaceLiteral(newValue)));
		List<String> columns = List.of(cols);
		return this.df
			.with(new NullHandling.Replace(this.df.relation(), columns.contains("*") ? List.of() : columns, literals));
	}

	/**
	 * Converts a value to a literal. The protocol represents all numbers as doubles here.
	 */
	private static Literal replaceLiteral(@Nullable Object value) {
		return Literal.of((value instanceof Number number) ? Double.valueOf(number.doubleValue()) : value);
	}

}
