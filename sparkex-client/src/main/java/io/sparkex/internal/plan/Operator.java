package io.sparkex.internal.plan;

import java.util.List;

/**
 * What a {@link Relation} does, by families.
 *
 * @since 0.1.0
 */
public sealed interface Operator permits Source, CatalogQuery, CatalogChange, Projection, RowOperator, BinaryOperator,
		Grouping, ShowOperator, ExecutionOperator, Reshaping, NullHandling, Statistic {

	/**
	 * The relations that the operator reads.
	 * @return the inputs, left before right
	 */
	List<Relation> inputs();

	/**
	 * Calls the method of the visitor that fits the family.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * One method for each family.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitSource(Source source);

		R visitCatalogQuery(CatalogQuery query);

		R visitCatalogChange(CatalogChange change);

		R visitProjection(Projection projection);

		R visitSelection(RowOperator selection);

		R visitCombination(BinaryOperator combination);

		R visitGrouping(Grouping grouping);

		R visitRendering(ShowOperator rendering);

		R visitArrangement(ExecutionOperator arrangement);

		R visitReshaping(Reshaping reshaping);

		R visitNullHandling(NullHandling handling);

		R visitStatistic(Statistic statistic);

	}

}
