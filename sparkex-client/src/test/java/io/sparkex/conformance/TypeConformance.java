package io.sparkex.conformance;

import java.util.ArrayList;
import java.util.List;

import io.sparkex.SparkSession;
import io.sparkex.TestServer;
import io.sparkex.types.DataType;

/**
 * The supported operations, test values and limits of a type. Each type is also tested
 * with null.
 *
 * @param type the type
 * @param javaClass the Java class of its values
 * @param local {@code true} if {@code createDataFrame} supports the type
 * @param literal {@code true} if {@code lit} supports the type
 * @param version the Spark version of the test server
 * @param cases values that are returned unchanged
 * @param limits documented limits
 */
record TypeConformance(DataType type, Class<?> javaClass, boolean local, boolean literal, String version,
		List<Case> cases, List<Limit> limits) {

	TypeConformance {
		cases = List.copyOf(cases);
		limits = List.copyOf(limits);
	}

	static TypeConformance of(DataType type, Class<?> javaClass) {
		return new TypeConformance(type, javaClass, true, true, TestServer.DEFAULT_VERSION, List.of(), List.of());
	}

	/**
	 * Adds a value.
	 * @param label the description of the value on the page
	 * @param value the value
	 * @param sql a SQL expression of the value, of this type
	 */
	TypeConformance with(String label, Object value, String sql) {
		return new TypeConformance(this.type, this.javaClass, this.local, this.literal, this.version,
				added(this.cases, new Case(label, value, sql)), this.limits);
	}

	TypeConformance limit(String text, Check check) {
		return new TypeConformance(this.type, this.javaClass, this.local, this.literal, this.version, this.cases,
				added(this.limits, new Limit(text, check)));
	}

	TypeConformance notLocal() {
		return new TypeConformance(this.type, this.javaClass, false, this.literal, this.version, this.cases,
				this.limits);
	}

	TypeConformance noLiteral() {
		return new TypeConformance(this.type, this.javaClass, this.local, false, this.version, this.cases, this.limits);
	}

	TypeConformance since(String wantedVersion) {
		return new TypeConformance(this.type, this.javaClass, this.local, this.literal, wantedVersion, this.cases,
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
	 * A documented limit.
	 *
	 * @param text the description and reason
	 * @param check fails once the limit is lifted
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
