package io.sparkex.internal.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operators that compute statistics, and stratified samples.
 *
 * @since 0.1.0
 */
public sealed interface Statistic extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitStatistic(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Selected statistics of the columns.
	 *
	 * @param input the input
	 * @param statistics the names of the statistics, such as {@code count} or {@code
	 * 75%}, or an empty list for the default
	 */
	record Summary(Relation input, List<String> statistics) implements Statistic {

		public Summary {
			statistics = List.copyOf(statistics);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSummary(this);
		}

	}

	/**
	 * Count, mean, standard deviation, minimum and maximum of columns.
	 *
	 * @param input the input
	 * @param columns the names of the columns, or an empty list for all numeric and
	 * string columns
	 */
	record Describe(Relation input, List<String> columns) implements Statistic {

		public Describe {
			columns = List.copyOf(columns);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDescribe(this);
		}

	}

	/**
	 * Cross tabulation (contingency table) of two columns.
	 *
	 * @param input the input
	 * @param first the name of the column whose values become rows
	 * @param second the name of the column whose values become columns
	 */
	record Crosstab(Relation input, String first, String second) implements Statistic {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCrosstab(this);
		}

	}

	/**
	 * Sample covariance of two columns.
	 *
	 * @param input the input
	 * @param first the name of the first column
	 * @param second the name of the second column
	 */
	record Covariance(Relation input, String first, String second) implements Statistic {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCovariance(this);
		}

	}

	/**
	 * Correlation of two columns.
	 *
	 * @param input the input
	 * @param first the name of the first column
	 * @param second the name of the second column
	 * @param method the name of the method
	 */
	record Correlation(Relation input, String first, String second, String method) implements Statistic {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCorrelation(this);
		}

	}

	/**
	 * Approximate quantiles.
	 *
	 * @param input the input
	 * @param columns the names of the columns
	 * @param probabilities the quantile probabilities, each from 0 to 1
	 * @param relativeError the relative error, 0 for exact quantiles
	 */
	record ApproxQuantile(Relation input, List<String> columns, List<Double> probabilities,
			double relativeError) implements Statistic {

		public ApproxQuantile {
			columns = List.copyOf(columns);
			probabilities = List.copyOf(probabilities);
			if (probabilities.stream().anyMatch((probability) -> !(probability >= 0 && probability <= 1))) {
				throw new IllegalArgumentException("probabilities must be from 0 to 1 but are " + probabilities);
			}
			if (!(relativeError >= 0)) {
				throw new IllegalArgumentException("relativeError must not be negative but is " + relativeError);
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitApproxQuantile(this);
		}

	}

	/**
	 * Frequent items of columns, possibly with false positives.
	 *
	 * @param input the input
	 * @param columns the names of the columns
	 * @param support the minimum fraction of rows
	 */
	record FrequentItems(Relation input, List<String> columns, double support) implements Statistic {

		public FrequentItems {
			columns = List.copyOf(columns);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitFrequentItems(this);
		}

	}

	/**
	 * Stratified sample.
	 *
	 * @param input the input
	 * @param column the column that defines the strata
	 * @param fractions the sampled fraction of each stratum, from 0 to 1; other strata
	 * are not sampled
	 * @param seed the seed
	 */
	record SampleBy(Relation input, Expression column, Map<Literal, Double> fractions, long seed) implements Statistic {

		public SampleBy {
			fractions = Collections.unmodifiableMap(new LinkedHashMap<>(fractions));
			if (fractions.values().stream().anyMatch((fraction) -> !(fraction >= 0 && fraction <= 1))) {
				throw new IllegalArgumentException("fractions must be from 0 to 1 but are " + fractions.values());
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSampleBy(this);
		}

	}

	/**
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitSummary(Summary summary);

		R visitDescribe(Describe describe);

		R visitCrosstab(Crosstab crosstab);

		R visitCovariance(Covariance covariance);

		R visitCorrelation(Correlation correlation);

		R visitApproxQuantile(ApproxQuantile approxQuantile);

		R visitFrequentItems(FrequentItems frequentItems);

		R visitSampleBy(SampleBy sampleBy);

	}

}
