package io.sparkex.internal.mapping;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.MappingException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.MapType;
import io.sparkex.types.StructType;
import io.sparkex.types.UserDefinedType;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests that mapping nested types is validated against the schema before any row is read.
 */
class NestedTargetsTests {

	private static final DataType ADDRESS = new StructType().add("street", DataTypes.StringType)
		.add("number", DataTypes.LongType);

	private static void assertFits(DataType type, Class<?> target) {
		assertThatNoException().isThrownBy(() -> RowMapper.compile(new StructType().add("v", type), target));
	}

	private static void assertRejected(DataType type, Class<?> target, String... message) {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> RowMapper.compile(new StructType().add("v", type), target))
			.withMessageContainingAll(message);
	}

	record Numbers(List<Integer> v) {

	}

	record Sets(Set<Optional<Long>> v) {

	}

	record Wild(Collection<? extends Number> v) {

	}

	record Objects(List<?> v) {

	}

	@SuppressWarnings("ArrayRecordComponent")
	record Primitives(int[][] v) {

	}

	record Queue(ArrayDeque<Integer> v) {

	}

	@Test
	void validatesElements() {
		assertFits(new ArrayType(DataTypes.ShortType), Numbers.class);
		assertFits(new ArrayType(DataTypes.NullType), Numbers.class);
		assertRejected(new ArrayType(DataTypes.LongType), Numbers.class, "'v.element'", "bigint", "'v' of Numbers",
				"Integer");
		assertFits(new ArrayType(DataTypes.LongType), Sets.class);
		assertRejected(new ArrayType(DataTypes.DoubleType), Sets.class, "'v.element'", "double", "Long");
		assertRejected(new ArrayType(DataTypes.LongType), Wild.class, "java.lang.Number");
		assertFits(new ArrayType(ADDRESS), Objects.class);
		assertFits(new ArrayType(new ArrayType(DataTypes.IntegerType)), Primitives.class);
		assertRejected(new ArrayType(new ArrayType(DataTypes.LongType)), Primitives.class, "'v.element.element'",
				"Integer");
		assertRejected(new ArrayType(DataTypes.IntegerType), Primitives.class, "'v.element'", "int[]");
		assertRejected(new ArrayType(DataTypes.IntegerType), Queue.class, "java.util.ArrayDeque<java.lang.Integer>");
		assertRejected(DataTypes.IntegerType, Numbers.class, "of type int", "java.util.List<java.lang.Integer>");
	}

	record Entries(Map<String, Integer> v) {

	}

	record Anything(Map<String, Object> v) {

	}

	record ByNumber(Map<Integer, Object> v) {

	}

	@Test
	void validatesKeysAndValues() {
		assertFits(new MapType(DataTypes.StringType, DataTypes.IntegerType), Entries.class);
		assertRejected(new MapType(DataTypes.LongType, DataTypes.IntegerType), Entries.class, "'v.key'", "String");
		assertRejected(new MapType(DataTypes.StringType, DataTypes.LongType), Entries.class, "'v.value'", "Integer");
		assertRejected(new ArrayType(DataTypes.IntegerType), Entries.class, "array<int>", "java.util.Map");
	}

	@Test
	void validatesFieldsOfStructsReadAsMaps() {
		assertFits(ADDRESS, Anything.class);
		assertRejected(ADDRESS, Entries.class, "'v.street'", "string", "Integer");
		assertRejected(ADDRESS, ByNumber.class, "java.util.Map<java.lang.Integer, java.lang.Object>",
				"keys of type String");
		assertRejected(((StructType) ADDRESS).add("street", DataTypes.LongType), Anything.class,
				"[street, number, street]", "same name");
	}

	record Address(String street, long number) {

	}

	record Person(Address v) {

	}

	record Narrow(String street, int number) {

	}

	record NarrowPerson(Narrow v) {

	}

	record People(Map<String, List<Person>> v) {

	}

	record Town(String town) {

	}

	record Citizen(Town v) {

	}

	@Test
	void validatesNestedRecords() {
		assertFits(ADDRESS, Person.class);
		assertFits(new MapType(DataTypes.StringType, new ArrayType(new StructType().add("v", ADDRESS))), People.class);
		assertRejected(ADDRESS, NarrowPerson.class, "'v.number'", "bigint", "'number' of Narrow", "Integer");
		assertRejected(ADDRESS, Citizen.class, "'town' of Town in the column 'v'", "[street, number]");
		assertRejected(DataTypes.StringType, Person.class, "of type string", "Address", "'v' of Person");
		assertRejected(new MapType(DataTypes.StringType, new ArrayType(new StructType().add("v", DataTypes.DateType))),
				People.class, "'v.value.element.v'", "date");
	}

	record Pair<A, B>(A first, List<? extends B> second) {

	}

	record Pairs(Pair<Long, String> v) {

	}

	record Unbound(Pair<Long, ?> v) {

	}

	@Test
	void resolvesTypeVariablesOfGenericRecords() {
		DataType pair = new StructType().add("first", DataTypes.IntegerType)
			.add("second", new ArrayType(DataTypes.StringType));
		assertFits(pair, Pairs.class);
		assertFits(pair, Unbound.class);
		assertRejected(
				new StructType().add("first", DataTypes.StringType).add("second", new ArrayType(DataTypes.StringType)),
				Pairs.class, "'v.first'", "Long");
		assertRejected(
				new StructType().add("first", DataTypes.LongType).add("second", new ArrayType(DataTypes.LongType)),
				Pairs.class, "'v.second.element'", "String");
	}

	record Chain(long id, Optional<Chain> next) {

	}

	@Test
	void readsRecursiveRecordsToSchemaDepth() {
		StructType end = new StructType().add("id", DataTypes.LongType).add("next", DataTypes.NullType);
		StructType chain = new StructType().add("id", DataTypes.LongType).add("next", end);
		assertThatNoException().isThrownBy(() -> RowMapper.compile(chain, Chain.class));
	}

	record Identified(UUID v) {

	}

	@Test
	void readsUserDefinedTypesAsTheirSqlType() {
		assertFits(new UserDefinedType(null, "Point", null, new ArrayType(DataTypes.IntegerType)), Numbers.class);
		assertFits(DataTypes.StringType, Identified.class);
		assertRejected(DataTypes.BinaryType, Identified.class, "binary", "UUID");
	}

	@SuppressWarnings("unused")
	public static class Overloaded {

		public void setV(String text) {
		}

		public void setV(Long number) {
		}

	}

	public static class Typed extends Overloaded {

		public Long getV() {
			return 1L;
		}

	}

	@SuppressWarnings("unused")
	public static class Made {

		public Made(String v) {
		}

		public void setV(String v) {
		}

	}

	@Test
	void validatesBeans() {
		assertRejected(DataTypes.LongType, Overloaded.class, "more than one setter for the property 'v' of Overloaded");
		assertRejected(DataTypes.LongType, Made.class, "Rows cannot be read as", "Made");
		assertFits(DataTypes.StringType, Simple.class);
		assertRejected(DataTypes.LongType, Simple.class, "'v'", "bigint", "the property 'v' of Simple", "String");
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> RowMapper.compile(new StructType().add("w", DataTypes.StringType), Simple.class))
			.withMessage("There is no column for the property 'v' of Simple; the columns are [w]");
	}

	@Test
	void selectsTheSetterThatMatchesTheGetter() {
		assertFits(DataTypes.LongType, Typed.class);
		assertRejected(DataTypes.StringType, Typed.class, "Long");
	}

	@SuppressWarnings("unused")
	public static class Simple {

		public void setV(String v) {
		}

		public static void setIgnored(String text) {
		}

	}

	interface Named {

		void setV(String v);

	}

	@ParameterizedTest
	@ValueSource(classes = { Named.class, Thread.class, Optional.class, List.class, Set.class })
	void rejectsClassesThatAreNeitherRecordsNorBeans(Class<?> target) {
		assertRejected(DataTypes.StringType, target, "Rows cannot be read as " + target.getTypeName());
	}

}
