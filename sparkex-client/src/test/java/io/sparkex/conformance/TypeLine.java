package io.sparkex.conformance;

import java.util.ArrayList;
import java.util.List;

import io.sparkex.SparkSession;
import io.sparkex.TestServer;
import io.sparkex.types.DataType;

/**
 * What is known of a type. A null is no case: each type is checked with it.
 *
 * @param type the type
 * @param javaClass the class of its values
 * @param local whether {@code createDataFrame} takes them
 * @param literal whether {@code lit} takes them
 * @param version the Spark version that is asked
 * @param cases values that come back as they are
 * @param limits what does not work
 */
record TypeLine(DataType type, Class<?> javaClass, boolean local, boolean literal, String version, List<Case> cases,
		List<Limit> limits) {

	TypeLine {
		cases = List.copyOf(cases);
		limits = List.copyOf(limits);
	}

	static TypeLine of(DataType type, Class<?> javaClass) {
		return new TypeLine(type, javaClass, true, true, TestServer.DEFAULT_VERSION, List.of(), List.of());
	}

	/**
	 * With a value.
	 * @param label the value in the words of the page
	 * @param value the value
	 * @param sql an expression of SQL for it, of the type of this line
	 */
	TypeLine with(String label, Object value, String sql) {
		return new TypeLine(this.type, this.javaClass, this.local, this.literal, this.version,
				added(this.cases, new Case(label, value, sql)), this.limits);
	}

	TypeLine limit(String text, Check check) {
		return new TypeLine(this.type, this.javaClass, this.local, this.literal, this.version, this.cases,
				added(this.limits, new Limit(text, check)));
	}

	TypeLine notLocal() {
		return new TypeLine(this.type, this.javaClass, false, this.literal, this.version, this.cases, this.limits);
	}

	TypeLine noLiteral() {
		return new TypeLine(this.type, this.javaClass, this.local, false, this.version, this.cases, this.limits);
	}

	TypeLine since(String wantedVersion) {
		return new TypeLine(this.type, this.javaClass, this.local, this.literal, wantedVersion, this.cases,
				this.limits);
	}

	private static <T> List<T> added(List<T> list, T last) {
		List<T> longer = new ArrayList<>(list);
		longer.add(last);
		return longer;
	}

	@Override
	public String toString() {
		return this.type.sql();
	}

	record Case(String label, Object value, String sql) {

	}

	/**
	 * Something that does not work.
	 *
	 * @param text what it is, and why
	 * @param check fails once it works
	 */
	record Limit(String text, Check check) {

		@Override
		public String toString() {
			return this.text;
		}

	}

	@FunctionalInterface
	interface Check {

		void stillHolds(SparkSession spark);

	}

}
