package io.sparkex.internal.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operators that describe rows by numbers.
 *
 * @since 0.1.0
 */
public sealed interface Statistic extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitStatistic(this);
	}

	/**
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Chosen statistics of the columns.
	 *
	 * @param input the relation to read
	 * @param statistics their names, such as {@code count} or {@code 75%}; none for the
	 * usual ones
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
	 * Count, mean, deviation, least and greatest value.
	 *
	 * @param input the relation to read
	 * @param columns the names of the columns; none for all that can be described
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
	 * How often pairs of values occur.
	 *
	 * @param input the relation to read
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
	 * The covariance of a sample.
	 *
	 * @param input the relation to read
	 * @param first the name of a column
	 * @param second the name of the other
	 */
	record Covariance(Relation input, String first, String second) implements Statistic {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCovariance(this);
		}

	}

	/**
	 * The correlation of two columns.
	 *
	 * @param input the relation to read
	 * @param first the name of a column
	 * @param second the name of the other
	 * @param method the name of the method
	 */
	record Correlation(Relation input, String first, String second, String method) implements Statistic {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCorrelation(this);
		}

	}

	/**
	 * Quantiles, to a relative error.
	 *
	 * @param input the relation to read
	 * @param columns the names of the columns
	 * @param probabilities which quantiles, each from 0 to 1
	 * @param relativeError the error allowed, 0 for none
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
	 * The values that are frequent in each column, and some that are not.
	 *
	 * @param input the relation to read
	 * @param columns the names of the columns
	 * @param support the least share of rows
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
	 * A random part of the rows, of its own size for each value of a column.
	 *
	 * @param input the relation to read
	 * @param column what tells the strata apart
	 * @param fractions the share of each stratum, from 0 to 1; 0 for those not named
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
	 * One method for each statistic.
	 *
	 * @param <R> what the methods return
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
