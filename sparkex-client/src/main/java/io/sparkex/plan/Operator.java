package io.sparkex.plan;

import java.util.List;

/**
 * What a {@link Relation} does, by families.
 *
 * @since 0.1.0
 */
public sealed interface Operator permits Source, CatalogQuery, CatalogChange, Projection, Selection, Combination,
		Grouping, Rendering, Arrangement, Reshaping, NullHandling, Statistic {

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

		R visitSelection(Selection selection);

		R visitCombination(Combination combination);

		R visitGrouping(Grouping grouping);

		R visitRendering(Rendering rendering);

		R visitArrangement(Arrangement arrangement);

		R visitReshaping(Reshaping reshaping);

		R visitNullHandling(NullHandling handling);

		R visitStatistic(Statistic statistic);

	}

}
