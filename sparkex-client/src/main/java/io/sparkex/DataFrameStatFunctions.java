package io.sparkex;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.Statistic;

/**
 * Statistics of the columns of a frame, from {@link DataFrame#stat()}. Immutable.
 *
 * @since 0.1.0
 */
public final class DataFrameStatFunctions {

	private static final double DEFAULT_SUPPORT = 0.01;

	private final DataFrame frame;

	DataFrameStatFunctions(DataFrame frame) {
		this.frame = frame;
	}

	/**
	 * Runs the query for the covariance of a sample.
	 * @param col1 the name of a numeric column
	 * @param col2 the name of another
	 * @return the covariance
	 */
	public double cov(String col1, String col2) {
		return number(new Statistic.Covariance(this.frame.relation(), col1, col2));
	}

	/**
	 * Runs the query for Pearson's coefficient of correlation.
	 * @param col1 the name of a numeric column
	 * @param col2 the name of another
	 * @return the coefficient, from -1 to 1
	 */
	public double corr(String col1, String col2) {
		return corr(col1, col2, "pearson");
	}

	/**
	 * Runs the query for a coefficient of correlation.
	 * @param col1 the name of a numeric column
	 * @param col2 the name of another
	 * @param method {@code pearson}, the only one Spark has
	 * @return the coefficient, from -1 to 1
	 */
	public double corr(String col1, String col2, String method) {
		return number(new Statistic.Correlation(this.frame.relation(), col1, col2, method));
	}

	/**
	 * Runs the query for quantiles of a column, to a relative error.
	 * @param col the name of a numeric column
	 * @param probabilities which quantiles, each from 0 for the least to 1 for the
	 * greatest value; 0.5 is the median
	 * @param relativeError how far the rank of a result may be off, as a part of all
	 * rows; 0 for exact ones, which cost most
	 * @return the quantiles in the order of the probabilities, none if the column has no
	 * numbers
	 */
	public double[] approxQuantile(String col, double[] probabilities, double relativeError) {
		return approxQuantile(new String[] { col }, probabilities, relativeError)[0];
	}

	/**
	 * Runs the query for quantiles of several columns, to a relative error.
	 * @param cols the names of numeric columns
	 * @param probabilities which quantiles, each from 0 for the least to 1 for the
	 * greatest value; 0.5 is the median
	 * @param relativeError how far the rank of a result may be off, as a part of all
	 * rows; 0 for exact ones, which cost most
	 * @return for each column its quantiles in the order of the probabilities, none if it
	 * has no numbers
	 */
	public double[][] approxQuantile(String[] cols, double[] probabilities, double relativeError) {
		List<Double> wanted = Arrays.stream(probabilities).boxed().toList();
		Row row = this.frame
			.with(new Statistic.ApproxQuantile(this.frame.relation(), List.of(cols), wanted, relativeError))
			.single();
		List<List<Double>> quantiles = Objects.requireNonNullElse(row.getList(0), List.of());
		return quantiles.stream()
			.map((column) -> column.stream().mapToDouble(Double::doubleValue).toArray())
			.toArray(double[][]::new);
	}

	private double number(Statistic statistic) {
		return this.frame.with(statistic).as(Double.class).single();
	}

	/**
	 * How often pairs of values occur: a row for each value of one column, a column for
	 * each value of the other.
	 * @param col1 the name of the column whose values become rows
	 * @param col2 the name of the column whose values become columns
	 * @return a new frame
	 */
	public DataFrame crosstab(String col1, String col2) {
		return this.frame.with(new Statistic.Crosstab(this.frame.relation(), col1, col2));
	}

	/**
	 * The values that make up at least a hundredth of the rows in each column, and some
	 * that do not.
	 * @param cols the names of the columns
	 * @return a new frame of one row
	 */
	public DataFrame freqItems(String[] cols) {
		return freqItems(cols, DEFAULT_SUPPORT);
	}

	/**
	 * The values that are frequent in each column, and some that are not.
	 * @param cols the names of the columns
	 * @param support the least share of rows, above 0.0001
	 * @return a new frame of one row
	 */
	public DataFrame freqItems(String[] cols, double support) {
		return this.frame.with(new Statistic.FrequentItems(this.frame.relation(), List.of(cols), support));
	}

	/**
	 * A random part of the rows, of its own size for each value of a column.
	 * @param col the name of the column
	 * @param fractions the share by the value, from 0 to 1; 0 for values not named
	 * @param seed the seed
	 * @return a new frame
	 */
	public DataFrame sampleBy(String col, Map<?, Double> fractions, long seed) {
		return sampleBy(Functions.col(col), fractions, seed);
	}

	/**
	 * A random part of the rows, of its own size for each value of a column.
	 * @param col the column
	 * @param fractions the share by the value, from 0 to 1; 0 for values not named
	 * @param seed the seed
	 * @return a new frame
	 */
	public DataFrame sampleBy(ColumnLike col, Map<?, Double> fractions, long seed) {
		Map<Literal, Double> strata = new LinkedHashMap<>();
		fractions.forEach((value, fraction) -> strata.put(Literal.of(value), fraction));
		return this.frame
			.with(new Statistic.SampleBy(this.frame.relation(), col.toColumn().expression(), strata, seed));
	}

}
