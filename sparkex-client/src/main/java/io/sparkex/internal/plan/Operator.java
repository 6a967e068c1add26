package io.sparkex.internal.plan;

import java.util.List;

/**
 * Operator of a {@link Relation}.
 *
 * @since 0.1.0
 */
public sealed interface Operator permits Source, CatalogQuery, CatalogChange, UnaryOperator, BinaryOperator {

	/**
	 * Returns the relations that the operator reads.
	 * @return the inputs, left before right
	 */
	List<Relation> inputs();

	/**
	 * Calls the visitor method of this type of operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Visitor with one method for each type of operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitSource(Source source);

		R visitCatalogQuery(CatalogQuery query);

		R visitCatalogChange(CatalogChange change);

		R visitProjection(Projection projection);

		R visitRowOperator(RowOperator operator);

		R visitBinaryOperator(BinaryOperator operator);

		R visitGrouping(Grouping grouping);

		R visitShowOperator(ShowOperator operator);

		R visitExecutionOperator(ExecutionOperator operator);

		R visitReshaping(Reshaping reshaping);

		R visitNullHandling(NullHandling handling);

		R visitStatistic(Statistic statistic);

	}

}
