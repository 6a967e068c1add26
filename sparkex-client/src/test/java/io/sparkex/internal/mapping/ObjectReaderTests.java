package io.sparkex.internal.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sparkex.errors.MappingException;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geometry;
import io.sparkex.values.Variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ObjectReader}.
 */
class ObjectReaderTests {

	enum Color {

		RED, GREEN

	}

	@SuppressWarnings("ArrayRecordComponent")
	record ScalarReaders(boolean a, byte b, short c, int d, long e, float f, double g, Boolean h, Long i, String j,
			BigDecimal k, BigInteger l, byte[] m, LocalDate n, Instant o, LocalDateTime p, LocalTime q, Duration r,
			Period s, CalendarInterval t, Variant u, Geometry v, Color w, UUID x, Optional<Integer> y) {

	}

	@Test
	void derivesTheTypeOfEachScalar() {
		assertThat(ObjectReader.of(ScalarReaders.class).schema().toDDL())
			.isEqualTo("a BOOLEAN NOT NULL,b TINYINT NOT NULL,c SMALLINT NOT NULL,d INT NOT NULL,e BIGINT NOT NULL,"
					+ "f FLOAT NOT NULL,g DOUBLE NOT NULL,h BOOLEAN,i BIGINT,j STRING,k DECIMAL(38,18),"
					+ "l DECIMAL(38,0),m BINARY,n DATE,o TIMESTAMP,p TIMESTAMP_NTZ,q TIME(6),"
					+ "r INTERVAL DAY TO SECOND,s INTERVAL YEAR TO MONTH,t INTERVAL,u VARIANT,v GEOMETRY(ANY),"
					+ "w STRING,x STRING,y INT");
	}

	record Point(int x, @Nullable String name) {

	}

	record Pair<A, B>(A first, B second) {

	}

	@SuppressWarnings("ArrayRecordComponent")
	record Nested(int[] numbers, List<Optional<Point>> points, Map<Color, List<Point>> byColor, Set<UUID> ids,
			Pair<Point, Long> pair, Optional<Point> maybe, Point[] array) {

	}

	@Test
	void derivesNestedTypes() {
		assertThat(ObjectReader.of(Nested.class).schema().simpleString())
			.isEqualTo("struct<numbers:array<int>,points:array<struct<x:int,name:string>>,"
					+ "byColor:map<string,array<struct<x:int,name:string>>>,ids:array<string>,"
					+ "pair:struct<first:struct<x:int,name:string>,second:bigint>,maybe:struct<x:int,name:string>,"
					+ "array:array<struct<x:int,name:string>>>");
		assertThat(ObjectReader.of(Nested.class).schema().field(0).dataType().json())
			.contains("\"containsNull\":false");
	}

	@Test
	void convertsNestedRecordsToLists() {
		Point point = new Point(1, "a");
		Nested nested = new Nested(new int[] { 1 }, List.of(Optional.of(point), Optional.empty()),
				Map.of(Color.RED, List.of(new Point(2, null))), Set.of(), new Pair<>(point, 3L), Optional.empty(),
				new Point[] { point });
		ObjectReader reader = ObjectReader.of(Nested.class);
		assertThat(reader.read(nested, 0)).isSameAs(nested.numbers());
		assertThat(reader.read(nested, 1)).isEqualTo(Arrays.asList(List.of(1, "a"), null));
		assertThat(reader.read(nested, 2)).isEqualTo(Map.of(Color.RED, List.of(Arrays.asList(2, null))));
		assertThat(reader.read(nested, 4)).isEqualTo(List.of(List.of(1, "a"), 3L));
		assertThat(reader.read(nested, 5)).isNull();
		assertThat(reader.read(nested, 6)).isEqualTo(List.of(List.of(1, "a")));
	}

	public static class Bean {

		public String getName() {
			return "n";
		}

		public boolean isActive() {
			return true;
		}

		public int getAge() {
			return 3;
		}

		public String getURL() {
			return "u";
		}

		public void getNothing() {
		}

		public String getOther(int index) {
			return "o" + index;
		}

		public static String getStatic() {
			return "s";
		}

		public Boolean isNoProperty() {
			return false;
		}

		String getHidden() {
			return "h";
		}

	}

	@Test
	void readsBeanPropertiesInOrderOfNames() {
		ObjectReader reader = ObjectReader.of(Bean.class);
		assertThat(reader.schema().toDDL())
			.isEqualTo("URL STRING,active BOOLEAN NOT NULL,age INT NOT NULL,name STRING");
		assertThat(reader.read(new Bean(), 0)).isEqualTo("u");
		assertThat(reader.read(new Bean(), 1)).isEqualTo(true);
	}

	@Test
	void readsSingleValues() {
		ObjectReader reader = ObjectReader.of(String.class);
		assertThat(reader.schema().toDDL()).isEqualTo("value STRING");
		assertThat(reader.read("a", 0)).isEqualTo("a");
	}

	record Tree(String label, List<Tree> children) {

	}

	record Loose(Object any) {

	}

	record Empty() {

	}

	record Letter(char letter) {

	}

	@Test
	void rejectsClassesWithoutSparkType() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> ObjectReader.of(Tree.class))
			.withMessageContaining("itself")
			.withMessageContaining("'children' of Tree");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> ObjectReader.of(Loose.class))
			.withMessageContaining("java.lang.Object")
			.withMessageContaining("'any' of Loose");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> ObjectReader.of(Empty.class))
			.withMessageContaining("no properties");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> ObjectReader.of(Letter.class))
			.withMessageContaining("char");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> ObjectReader.of(int.class));
	}

	record Failing(int a) {

		@Override
		public int a() {
			throw new IllegalStateException("not now");
		}

	}

	@Test
	void passesOnExceptionsOfGetters() {
		assertThatIllegalStateException().isThrownBy(() -> ObjectReader.of(Failing.class).read(new Failing(1), 0))
			.withMessage("not now");
	}

}
