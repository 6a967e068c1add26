package io.sparkex.internal.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.BinaryOperator;
import io.sparkex.internal.plan.CatalogChange;
import io.sparkex.internal.plan.CatalogQuery;
import io.sparkex.internal.plan.ExecutionOperator;
import io.sparkex.internal.plan.Grouping;
import io.sparkex.internal.plan.NullHandling;
import io.sparkex.internal.plan.Operator;
import io.sparkex.internal.plan.Projection;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.Reshaping;
import io.sparkex.internal.plan.RowOperator;
import io.sparkex.internal.plan.ShowOperator;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.plan.Statistic;
import io.sparkex.internal.proto.RelationCommon;
import io.sparkex.internal.proto.WithRelations;

/**
 * Encoder of relations. It encodes the inputs and the subqueries of a relation first,
 * iteratively, and each relation once.
 */
final class RelationEncoder implements Operator.Visitor<io.sparkex.internal.proto.Relation.Builder> {

	private final IdentityHashMap<Relation, EncodedRelation> encoded = new IdentityHashMap<>();

	private final ServerFeatures features = new ServerFeatures();

	private final SubqueryEncoder subqueries = new SubqueryEncoder(this);

	private final ExpressionEncoder expressions = new ExpressionEncoder(this.subqueries, this.features);

	io.sparkex.internal.proto.Relation encode(Relation root) {
		Deque<Relation> pending = new ArrayDeque<>();
		pending.push(root);
		while (!pending.isEmpty()) {
			Relation next = pending.peek();
			if (pushMissingInputs(next, pending)) {
				continue;
			}
			if (this.encoded.containsKey(next) || encodeNode(next, pending)) {
				pending.pop();
			}
		}
		return encoded(root);
	}

	private boolean pushMissingInputs(Relation relation, Deque<Relation> pending) {
		boolean missing = false;
		for (Relation input : relation.inputs()) {
			if (!this.encoded.containsKey(input)) {
				pending.push(input);
				missing = true;
			}
		}
		return missing;
	}

	/**
	 * Encodes a relation whose inputs are encoded. If it has subqueries that are not
	 * encoded yet, pushes those and returns {@code false}; it is then encoded again.
	 */
	private boolean encodeNode(Relation relation, Deque<Relation> pending) {
		int nodes = this.expressions.nodes();
		RelationCommon.Builder common = RelationCommon.newBuilder().setPlanId(relation.planId());
		io.sparkex.internal.proto.Relation.Builder message = relation.operator().accept(this).setCommon(common);
		List<io.sparkex.internal.proto.Relation> references = this.subqueries.takeReferences();
		int depth = Math.max(depthBelow(relation), this.subqueries.takeDepth());
		List<Relation> missing = this.subqueries.takeMissing();
		if (!missing.isEmpty()) {
			missing.forEach(pending::push);
			this.expressions.resetNodes(nodes);
			return false;
		}
		if (!references.isEmpty()) {
			depth++;
			message = io.sparkex.internal.proto.Relation.newBuilder()
				.setCommon(common)
				.setWithRelations(WithRelations.newBuilder().setRoot(message).addAllReferences(references));
		}
		this.encoded.put(relation, EncodedRelation.of(message.build(), depth));
		return true;
	}

	private int depthBelow(Relation relation) {
		int depth = 0;
		for (Relation input : relation.inputs()) {
			depth = Math.max(depth, encodedInput(input).depth());
		}
		return depth;
	}

	@Nullable EncodedRelation encodedOrNull(Relation relation) {
		return this.encoded.get(relation);
	}

	/**
	 * Returns the message of an input of the current relation.
	 */
	io.sparkex.internal.proto.Relation encoded(Relation input) {
		return encodedInput(input).relation();
	}

	private EncodedRelation encodedInput(Relation input) {
		EncodedRelation message = this.encoded.get(input);
		if (message == null) {
			throw new IllegalStateException("An operator reads a relation that it does not list as its input");
		}
		return message;
	}

	ExpressionEncoder expressions() {
		return this.expressions;
	}

	ServerFeatures features() {
		return this.features;
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitSource(Source source) {
		return source.accept(new SourceEncoder(this));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitCatalogQuery(CatalogQuery query) {
		return io.sparkex.internal.proto.Relation.newBuilder()
			.setCatalog(query.accept(new CatalogQueryEncoder(this.features)));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitCatalogChange(CatalogChange change) {
		return io.sparkex.internal.proto.Relation.newBuilder()
			.setCatalog(change.accept(new CatalogChangeEncoder(this.features)));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitProjection(Projection projection) {
		return projection.accept(new ProjectionEncoder(this));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitRowOperator(RowOperator operator) {
		return operator.accept(new RowOperatorEncoder(this));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitBinaryOperator(BinaryOperator operator) {
		return operator.accept(new BinaryOperatorEncoder(this));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitGrouping(Grouping grouping) {
		return grouping.accept(new GroupingEncoder(this));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitShowOperator(ShowOperator operator) {
		return operator.accept(new ShowOperatorEncoder(this));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitExecutionOperator(ExecutionOperator operator) {
		return operator.accept(new ExecutionOperatorEncoder(this));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitReshaping(Reshaping reshaping) {
		return reshaping.accept(new ReshapingEncoder(this));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitNullHandling(NullHandling handling) {
		return handling.accept(new NullHandlingEncoder(this));
	}

	@Override
	public io.sparkex.internal.proto.Relation.Builder visitStatistic(Statistic statistic) {
		return statistic.accept(new StatisticEncoder(this));
	}

}
