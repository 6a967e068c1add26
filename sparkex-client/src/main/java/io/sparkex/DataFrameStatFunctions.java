package io.sparkex;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.Statistic;

/**
 * Statistic functions of a DataFrame, from {@link DataFrame#stat()}. Immutable.
 *
 * @since 0.1.0
 */
public final class DataFrameStatFunctions {

	private static final double DEFAULT_SUPPORT = 0.01;

	private final DataFrame df;

	DataFrameStatFunctions(DataFrame df) {
		this.df = df;
	}

	/**
	 * Runs the query and returns the sample covariance of two columns.
	 * @param col1 the name of a numeric column
	 * @param col2 the name of another numeric column
	 * @return the covariance
	 */
	public double cov(String col1, String col2) {
		return singleNumber(new Statistic.Covariance(this.df.relation(), col1, col2));
	}

	/**
	 * Runs the query and returns the Pearson correlation coefficient of two columns.
	 * @param col1 the name of a numeric column
	 * @param col2 the name of another numeric column
	 * @return the coefficient, from -1 to 1
	 */
	public double corr(String col1, String col2) {
		return corr(col1, col2, "pearson");
	}

	/**
	 * Runs the query and returns a correlation coefficient of two columns.
	 * @param col1 the name of a numeric column
	 * @param col2 the name of another numeric column
	 * @param method the method; Spark supports {@code pearson} only
	 * @return the coefficient, from -1 to 1
	 */
	public double corr(String col1, String col2, String method) {
		return singleNumber(new Statistic.Correlation(this.df.relation(), col1, col2, method));
	}

	/**
	 * Runs the query and returns approximate quantiles of a column.
	 * @param col the name of a numeric column
	 * @param probabilities the probabilities of the quantiles, each from 0 (minimum) to 1
	 * (maximum); 0.5 is the median
	 * @param relativeError the maximum error of the rank of a result, as a fraction of
	 * all rows; 0 for exact quantiles, which are the most expensive
	 * @return the quantiles in the order of the probabilities; empty if the column has no
	 * numbers
	 */
	public double[] approxQuantile(String col, double[] probabilities, double relativeError) {
		return approxQuantile(new String[] { col }, probabilities, relativeError)[0];
	}

	/**
	 * Runs the query and returns approximate quantiles of several columns.
	 * @param cols the names of numeric columns
	 * @param probabilities the probabilities of the quantiles, each from 0 (minimum) to 1
	 * (maximum); 0.5 is the median
	 * @param relativeError the maximum error of the rank of a result, as a fraction of
	 * all rows; 0 for exact quantiles, which are the most expensive
	 * @return for each column the quantiles in the order of the probabilities; empty if
	 * the column has no numbers
	 */
	public double[][] approxQuantile(String[] cols, double[] probabilities, double relativeError) {
		List<Double> wanted = Arrays.stream(probabilities).boxed().toList();
		Row row = this.df.with(new Statistic.ApproxQuantile(this.df.relation(), List.of(cols), wanted, relativeError))
			.single();
		List<List<Double>> quantiles = Objects.requireNonNullElse(row.getList(0), List.of());
		return quantiles.stream()
			.map((column) -> column.stream().mapToDouble(Double::doubleValue).toArray())
			.toArray(double[][]::new);
	}

	private double singleNumber(Statistic statistic) {
		return this.df.with(statistic).as(Double.class).single();
	}

	/**
	 * Computes a contingency table: the number of occurrences of each pair of values,
	 * with a row for each value of one column and a column for each value of the other.
	 * @param col1 the name of the column whose values become rows
	 * @param col2 the name of the column whose values become columns
	 * @return a new DataFrame
	 */
	public DataFrame crosstab(String col1, String col2) {
		return this.df.with(new Statistic.Crosstab(this.df.relation(), col1, col2));
	}

	/**
	 * Finds frequent items of columns: the values that occur in at least one percent of
	 * the rows. False positives are possible.
	 * @param cols the column names
	 * @return a new DataFrame with one row
	 */
	public DataFrame freqItems(String[] cols) {
		return freqItems(cols, DEFAULT_SUPPORT);
	}

	/**
	 * Finds frequent items of columns. False positives are possible.
	 * @param cols the column names
	 * @param support the minimum fraction of rows in which a value occurs, greater than
	 * 0.0001
	 * @return a new DataFrame with one row
	 */
	public DataFrame freqItems(String[] cols, double support) {
		return this.df.with(new Statistic.FrequentItems(this.df.relation(), List.of(cols), support));
	}

	/**
	 * Returns a stratified sample without replacement: a random sample with its own
	 * fraction for each value of a column.
	 * @param col the column name
	 * @param fractions the sampling fractions by value, from 0 to 1; values that are
	 * missing have a fraction of 0
	 * @param seed the seed of the random number generator
	 * @return a new DataFrame
	 */
	public DataFrame sampleBy(String col, Map<?, Double> fractions, long seed) {
		return sampleBy(Functions.col(col), fractions, seed);
	}

	/**
	 * Returns a stratified sample without replacement: a random sample with its own
	 * fraction for each value of a column.
	 * @param col the column
	 * @param fractions the sampling fractions by value, from 0 to 1; values that are
	 * missing have a fraction of 0
	 * @param seed the seed of the random number generator
	 * @return a new DataFrame
	 */
	public DataFrame sampleBy(ColumnLike col, Map<?, Double> fractions, long seed) {
		Map<Literal, Double> strata = new LinkedHashMap<>();
		fractions.forEach((value, fraction) -> strata.put(Literal.of(value), fraction));
		return this.df.with(new Statistic.SampleBy(this.df.relation(), col.toColumn().expression(), strata, seed));
	}

}
