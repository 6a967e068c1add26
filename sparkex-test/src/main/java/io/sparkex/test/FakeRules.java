package io.sparkex.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.Relation;

/**
 * Which answers were declared. Of several that fit, the last one holds. Thread-safe.
 */
final class FakeRules {

	private final List<Rule> rules = new CopyOnWriteArrayList<>();

	FakeAnswer forSql(String sql) {
		String wanted = normalized(sql);
		return add((relation) -> sqlOf(relation) != null && wanted.equals(normalized(String.valueOf(sqlOf(relation)))),
				(text) -> false);
	}

	FakeAnswer forTable(String name) {
		return add(
				(relation) -> relation.hasRead() && relation.getRead().hasNamedTable()
						&& relation.getRead().getNamedTable().getUnparsedIdentifier().equalsIgnoreCase(name),
				(text) -> false);
	}

	FakeAnswer forText(Predicate<String> plan) {
		return add((relation) -> plan.test(PlanText.of(relation)), plan);
	}

	private FakeAnswer add(Predicate<Relation> relation, Predicate<String> command) {
		return new FakeAnswer((answer) -> this.rules.add(0, new Rule(relation, command, answer)));
	}

	@Nullable Answer find(Relation relation) {
		return this.rules.stream()
			.filter((rule) -> rule.relation().test(relation))
			.map(Rule::answer)
			.findFirst()
			.orElse(null);
	}

	@Nullable Answer findForCommand(Plan command) {
		String text = PlanText.of(command);
		return this.rules.stream()
			.filter((rule) -> rule.command().test(text))
			.map(Rule::answer)
			.findFirst()
			.orElse(null);
	}

	void clear() {
		this.rules.clear();
	}

	/**
	 * The statement of a relation, if it is one.
	 */
	static @Nullable String sqlOf(Relation relation) {
		Relation root = relation.hasWithRelations() ? relation.getWithRelations().getRoot() : relation;
		return root.hasSql() ? root.getSql().getQuery() : null;
	}

	private static String normalized(String sql) {
		return sql.strip().replaceAll("\\s+", " ").replaceAll("\\s*;$", "");
	}

	private record Rule(Predicate<Relation> relation, Predicate<String> command, Answer answer) {

	}

}
