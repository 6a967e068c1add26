package io.sparkex.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.Relation;

/**
 * Registry of stubbed responses. If several stubs match, the last one is used.
 * Thread-safe.
 */
final class StubRegistry {

	private final List<Stub> stubs = new CopyOnWriteArrayList<>();

	FakeSparkStubbing forSql(String sql) {
		String expected = normalized(sql);
		return add(
				(relation) -> sqlOf(relation) != null && expected.equals(normalized(String.valueOf(sqlOf(relation)))),
				(text) -> false);
	}

	FakeSparkStubbing forTable(String name) {
		return add(
				(relation) -> relation.hasRead() && relation.getRead().hasNamedTable()
						&& relation.getRead().getNamedTable().getUnparsedIdentifier().equalsIgnoreCase(name),
				(text) -> false);
	}

	FakeSparkStubbing forText(Predicate<String> plan) {
		return add((relation) -> plan.test(ProtoPlanPrinter.print(relation)), plan);
	}

	private FakeSparkStubbing add(Predicate<Relation> relation, Predicate<String> command) {
		return new FakeSparkStubbing((response) -> this.stubs.add(0, new Stub(relation, command, response)));
	}

	@Nullable StubbedResponse find(Relation relation) {
		return this.stubs.stream()
			.filter((stub) -> stub.relation().test(relation))
			.map(Stub::response)
			.findFirst()
			.orElse(null);
	}

	@Nullable StubbedResponse findForCommand(Plan command) {
		String text = ProtoPlanPrinter.print(command);
		return this.stubs.stream()
			.filter((stub) -> stub.command().test(text))
			.map(Stub::response)
			.findFirst()
			.orElse(null);
	}

	void clear() {
		this.stubs.clear();
	}

	/**
	 * Returns the SQL statement of a relation, or {@code null}.
	 */
	static @Nullable String sqlOf(Relation relation) {
		Relation root = relation.hasWithRelations() ? relation.getWithRelations().getRoot() : relation;
		return root.hasSql() ? root.getSql().getQuery() : null;
	}

	private static String normalized(String sql) {
		return sql.strip().replaceAll("\\s+", " ").replaceAll("\\s*;$", "");
	}

	private record Stub(Predicate<Relation> relation, Predicate<String> command, StubbedResponse response) {

	}

}
