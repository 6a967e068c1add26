package io.sparkex.test;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.Aggregate;
import io.sparkex.internal.proto.Catalog;
import io.sparkex.internal.proto.Relation;

/**
 * A session of a fake server: its configuration, temporary views and responses.
 * Thread-safe.
 */
final class FakeSession {

	/**
	 * Aggregate of {@code count()}. Other aggregates have to be stubbed.
	 */
	private static final String COUNT = "count(1) AS count";

	/**
	 * The database of global temporary views.
	 */
	static final String GLOBAL = "global_temp.";

	private final String serverSideId = UUID.randomUUID().toString();

	private final StubRegistry stubs;

	private final Map<String, String> config = new ConcurrentSkipListMap<>();

	private final Map<String, Relation> views = new ConcurrentHashMap<>();

	/**
	 * Results of statements, and checkpoints.
	 */
	private final Map<String, StubbedResponse> kept = new ConcurrentHashMap<>();

	FakeSession(StubRegistry stubs) {
		this.stubs = stubs;
	}

	String serverSideId() {
		return this.serverSideId;
	}

	Map<String, String> config() {
		return this.config;
	}

	/**
	 * Creates a temporary view.
	 * @param name the name, with its database for a global view
	 * @param relation the query of the view
	 */
	void createView(String name, Relation relation) {
		this.views.put(key(name), relation);
	}

	/**
	 * Returns a key for the case-insensitive name.
	 */
	private static String key(String view) {
		return view.replace("`", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Keeps a response.
	 * @return the relation that refers to the response in plans
	 */
	Relation keep(StubbedResponse response) {
		String id = UUID.randomUUID().toString();
		this.kept.put(id, response);
		Relation.Builder relation = Relation.newBuilder();
		relation.getCachedRemoteRelationBuilder().setRelationId(id);
		return relation.build();
	}

	/**
	 * Returns the response to a query. Limits, offsets and counts are applied to the
	 * response of their input; everything else has to be stubbed.
	 * @return the response, or {@code null} if there is none
	 */
	@Nullable StubbedResponse respond(Relation relation) {
		return switch (relation.getRelTypeCase()) {
			case LIMIT ->
				derived(relation, relation.getLimit().getInput(), (rows) -> rows.limit(relation.getLimit().getLimit()));
			case TAIL ->
				derived(relation, relation.getTail().getInput(), (rows) -> rows.tail(relation.getTail().getLimit()));
			case OFFSET -> derived(relation, relation.getOffset().getInput(),
					(rows) -> rows.skip(relation.getOffset().getOffset()));
			case SUBQUERY_ALIAS -> derived(relation, relation.getSubqueryAlias().getInput(), (rows) -> rows);
			case HINT -> derived(relation, relation.getHint().getInput(), (rows) -> rows);
			case REPARTITION -> derived(relation, relation.getRepartition().getInput(), (rows) -> rows);
			case PROJECT -> (relation.getProject().getExpressionsCount() == 0)
					? derived(relation, relation.getProject().getInput(), StubbedResponse.Rows::withoutColumns)
					: this.stubs.find(relation);
			case AGGREGATE -> isCount(relation.getAggregate())
					? derived(relation, relation.getAggregate().getInput(),
							(rows) -> StubbedResponse.Rows.ofValue("count", (long) rows.count()))
					: this.stubs.find(relation);
			case READ -> stubOrView(relation);
			case CACHED_REMOTE_RELATION -> this.kept.get(relation.getCachedRemoteRelation().getRelationId());
			case CATALOG -> stubOrCatalog(relation);
			default -> this.stubs.find(relation);
		};
	}

	private @Nullable StubbedResponse derived(Relation relation, Relation input,
			UnaryOperator<StubbedResponse.Rows> derivation) {
		StubbedResponse response = respond(input);
		if (response instanceof StubbedResponse.Rows rows) {
			return derivation.apply(rows);
		}
		return (response != null) ? response : this.stubs.find(relation);
	}

	private static boolean isCount(Aggregate aggregate) {
		return aggregate.getGroupingExpressionsCount() == 0 && aggregate.getAggregateExpressionsCount() == 1
				&& ProtoOperatorPrinter.text(aggregate.getAggregateExpressions(0)).equals(COUNT);
	}

	private @Nullable StubbedResponse stubOrView(Relation relation) {
		StubbedResponse stubbed = this.stubs.find(relation);
		if (stubbed != null) {
			return stubbed;
		}
		Relation view = this.views.get(key(relation.getRead().getNamedTable().getUnparsedIdentifier()));
		return (view != null) ? respond(view) : null;
	}

	private @Nullable StubbedResponse stubOrCatalog(Relation relation) {
		StubbedResponse stubbed = this.stubs.find(relation);
		Catalog catalog = relation.getCatalog();
		if (stubbed != null) {
			return stubbed;
		}
		return switch (catalog.getCatTypeCase()) {
			case TABLE_EXISTS -> StubbedResponse.Rows.ofValue("value", exists(catalog.getTableExists().getTableName()));
			case DROP_TEMP_VIEW -> StubbedResponse.Rows.ofValue("value",
					this.views.remove(key(catalog.getDropTempView().getViewName())) != null);
			case DROP_GLOBAL_TEMP_VIEW -> StubbedResponse.Rows.ofValue("value",
					this.views.remove(key(GLOBAL + catalog.getDropGlobalTempView().getViewName())) != null);
			default -> null;
		};
	}

	private boolean exists(String table) {
		Relation.Builder relation = Relation.newBuilder();
		relation.getReadBuilder().getNamedTableBuilder().setUnparsedIdentifier(table);
		return this.views.containsKey(key(table)) || this.stubs.find(relation.build()) != null;
	}

}
