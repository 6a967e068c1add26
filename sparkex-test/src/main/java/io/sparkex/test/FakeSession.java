package io.sparkex.test;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.Aggregate;
import io.sparkex.internal.proto.Catalog;
import io.sparkex.internal.proto.Relation;

/**
 * A session of a fake server: its configuration, its views, and how queries are answered
 * in it. Thread-safe.
 */
final class FakeSession {

	/**
	 * What {@code count()} asks for. Any other aggregate has to be declared.
	 */
	private static final String COUNT = "count(1) AS count";

	/**
	 * The database of global temporary views.
	 */
	static final String GLOBAL = "global_temp.";

	private final String serverSideId = UUID.randomUUID().toString();

	private final FakeRules rules;

	private final Map<String, String> config = new ConcurrentSkipListMap<>();

	private final Map<String, Relation> views = new ConcurrentHashMap<>();

	/**
	 * Results of statements, and checkpoints.
	 */
	private final Map<String, Answer> kept = new ConcurrentHashMap<>();

	FakeSession(FakeRules rules) {
		this.rules = rules;
	}

	String serverSideId() {
		return this.serverSideId;
	}

	Map<String, String> config() {
		return this.config;
	}

	/**
	 * Creates a view.
	 * @param name its name, with the database of those if it is a global one
	 * @param relation what it shows
	 */
	void createView(String name, Relation relation) {
		this.views.put(key(name), relation);
	}

	/**
	 * Names are the same in any case.
	 */
	private static String key(String view) {
		return view.replace("`", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Keeps an answer.
	 * @return what stands for it in plans
	 */
	Relation keep(Answer answer) {
		String id = UUID.randomUUID().toString();
		this.kept.put(id, answer);
		Relation.Builder relation = Relation.newBuilder();
		relation.getCachedRemoteRelationBuilder().setRelationId(id);
		return relation.build();
	}

	/**
	 * The answer to a query: what is put around a query for fewer of its rows, or for
	 * their count, is done here, and all else has to be declared.
	 * @return the answer, or {@code null} if there is none
	 */
	@Nullable Answer answer(Relation relation) {
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
					? derived(relation, relation.getProject().getInput(), Answer.Rows::withoutColumns)
					: this.rules.find(relation);
			case AGGREGATE ->
				isCount(relation.getAggregate())
						? derived(relation, relation.getAggregate().getInput(),
								(rows) -> Answer.Rows.ofValue("count", (long) rows.count()))
						: this.rules.find(relation);
			case READ -> declaredOrView(relation);
			case CACHED_REMOTE_RELATION -> this.kept.get(relation.getCachedRemoteRelation().getRelationId());
			case CATALOG -> declaredOrKnown(relation);
			default -> this.rules.find(relation);
		};
	}

	private @Nullable Answer derived(Relation relation, Relation input, RowsChange change) {
		Answer answer = answer(input);
		if (answer instanceof Answer.Rows rows) {
			return change.of(rows);
		}
		return (answer != null) ? answer : this.rules.find(relation);
	}

	private static boolean isCount(Aggregate aggregate) {
		return aggregate.getGroupingExpressionsCount() == 0 && aggregate.getAggregateExpressionsCount() == 1
				&& MessageText.text(aggregate.getAggregateExpressions(0)).equals(COUNT);
	}

	private @Nullable Answer declaredOrView(Relation relation) {
		Answer declared = this.rules.find(relation);
		if (declared != null) {
			return declared;
		}
		Relation view = this.views.get(key(relation.getRead().getNamedTable().getUnparsedIdentifier()));
		return (view != null) ? answer(view) : null;
	}

	private @Nullable Answer declaredOrKnown(Relation relation) {
		Answer declared = this.rules.find(relation);
		Catalog catalog = relation.getCatalog();
		if (declared != null) {
			return declared;
		}
		return switch (catalog.getCatTypeCase()) {
			case TABLE_EXISTS -> Answer.Rows.ofValue("value", exists(catalog.getTableExists().getTableName()));
			case DROP_TEMP_VIEW ->
				Answer.Rows.ofValue("value", this.views.remove(key(catalog.getDropTempView().getViewName())) != null);
			case DROP_GLOBAL_TEMP_VIEW -> Answer.Rows.ofValue("value",
					this.views.remove(key(GLOBAL + catalog.getDropGlobalTempView().getViewName())) != null);
			default -> null;
		};
	}

	private boolean exists(String table) {
		Relation.Builder relation = Relation.newBuilder();
		relation.getReadBuilder().getNamedTableBuilder().setUnparsedIdentifier(table);
		return this.views.containsKey(key(table)) || this.rules.find(relation.build()) != null;
	}

	/**
	 * What becomes of rows.
	 */
	@FunctionalInterface
	private interface RowsChange {

		Answer.Rows of(Answer.Rows rows);

	}

}
