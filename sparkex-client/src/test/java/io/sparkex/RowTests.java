package io.sparkex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.MappingException;
import io.sparkex.internal.arrow.ObjectVectors;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DecimalType;
import io.sparkex.types.MapType;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for {@link Row}.
 */
class RowTests {

	private static final StructType SCHEMA = new StructType().add("bool", DataTypes.BooleanType)
		.add("byte", DataTypes.ByteType)
		.add("short", DataTypes.ShortType)
		.add("int", DataTypes.IntegerType)
		.add("long", DataTypes.LongType)
		.add("float", DataTypes.FloatType)
		.add("double", DataTypes.DoubleType)
		.add("decimal", new DecimalType(3, 2))
		.add("text", DataTypes.StringType)
		.add("bytes", DataTypes.BinaryType)
		.add("day", DataTypes.DateType)
		.add("instant", DataTypes.TimestampType)
		.add("time", DataTypes.TimestampNTZType);

	private static final ColumnBatch BATCH = new ColumnBatch(SCHEMA,
			List.of(ObjectVectors.of(DataTypes.BooleanType, true, null),
					ObjectVectors.of(DataTypes.ByteType, (byte) 1, null),
					ObjectVectors.of(DataTypes.ShortType, (short) 2, null),
					ObjectVectors.of(DataTypes.IntegerType, 3, null), ObjectVectors.of(DataTypes.LongType, 4L, null),
					ObjectVectors.of(DataTypes.FloatType, 5f, null), ObjectVectors.of(DataTypes.DoubleType, 6.0, null),
					ObjectVectors.of(new DecimalType(3, 2), new BigDecimal("1.50"), null),
					ObjectVectors.of(DataTypes.StringType, "ü", null),
					ObjectVectors.of(DataTypes.BinaryType, new byte[] { 1, -1 }, null),
					ObjectVectors.of(DataTypes.DateType, LocalDate.EPOCH, null),
					ObjectVectors.of(DataTypes.TimestampType, Instant.EPOCH, null),
					ObjectVectors.of(DataTypes.TimestampNTZType, LocalDateTime.of(2024, 2, 29, 0, 0), null)),
			2);

	private static final Row FULL = new Row(BATCH, 0);

	private static final Row NULLS = new Row(BATCH, 1);

	private static Row of(Object value) {
		return new Row(new ColumnBatch(new StructType().add("v", DataTypes.BinaryType),
				List.of(ObjectVectors.of(DataTypes.BinaryType, value)), 1), 0);
	}

	@Test
	void readsEachType() {
		assertThat(FULL.getBoolean("bool")).isTrue();
		assertThat(FULL.getByte("byte")).isEqualTo((byte) 1);
		assertThat(FULL.getShort("short")).isEqualTo((short) 2);
		assertThat(FULL.getInt("int")).isEqualTo(3);
		assertThat(FULL.getLong("long")).isEqualTo(4);
		assertThat(FULL.getFloat("float")).isEqualTo(5f);
		assertThat(FULL.getDouble("double")).isEqualTo(6.0);
		assertThat(FULL.getDecimal("decimal")).isEqualTo("1.50");
		assertThat(FULL.getString("text")).isEqualTo("ü");
		assertThat(FULL.getBytes("bytes")).containsExactly(1, -1);
		assertThat(FULL.getLocalDate("day")).isEqualTo(LocalDate.EPOCH);
		assertThat(FULL.getInstant("instant")).isEqualTo(Instant.EPOCH);
		assertThat(FULL.getLocalDateTime("time")).isEqualTo("2024-02-29T00:00");
		assertThat(FULL.size()).isEqualTo(13);
		assertThat(FULL.get("long")).isEqualTo(4L);
	}

	@Test
	void returnsNullForNulls() {
		for (int i = 0; i < NULLS.size(); i++) {
			assertThat(NULLS.get(i)).isNull();
			assertThat(NULLS.isNullAt(i)).isTrue();
			assertThat(FULL.isNullAt(i)).isFalse();
		}
		assertThat(NULLS.isNullAt("int")).isTrue();
		assertThat(NULLS.getString("text")).isNull();
		assertThat(NULLS.getDecimal("decimal")).isNull();
		assertThat(NULLS.getBytes("bytes")).isNull();
		assertThat(NULLS.get("int", Long.class)).isNull();
	}

	@Test
	void reportsNullColumnOfPrimitiveGetter() {
		assertThatNullPointerException().isThrownBy(() -> NULLS.getInt("int"))
			.withMessage("The column 'int' is null in this row; check isNullAt() first, or use get()");
		assertThatNullPointerException().isThrownBy(() -> NULLS.getBoolean("bool")).withMessageContaining("'bool'");
		assertThatNullPointerException().isThrownBy(() -> NULLS.getByte("byte")).withMessageContaining("'byte'");
		assertThatNullPointerException().isThrownBy(() -> NULLS.getShort("short")).withMessageContaining("'short'");
		assertThatNullPointerException().isThrownBy(() -> NULLS.getLong("long")).withMessageContaining("'long'");
		assertThatNullPointerException().isThrownBy(() -> NULLS.getFloat("float")).withMessageContaining("'float'");
		assertThatNullPointerException().isThrownBy(() -> NULLS.getDouble("double")).withMessageContaining("'double'");
	}

	@Test
	void widensWithoutLoss() {
		assertThat(FULL.getLong("byte")).isOne();
		assertThat(FULL.getInt("short")).isEqualTo(2);
		assertThat(FULL.getDouble("int")).isEqualTo(3.0);
		assertThat(FULL.getDouble("float")).isEqualTo(5.0);
		assertThat(FULL.getDecimal("long")).isEqualTo("4");
		assertThat(FULL.get("int", BigInteger.class)).isEqualTo(BigInteger.valueOf(3));
		assertThat(FULL.get("int", long.class)).isEqualTo(3L);
	}

	@Test
	void rejectsLossyConversions() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> FULL.getInt("long"));
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> FULL.getDouble("long"));
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> FULL.getDouble("decimal"));
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> FULL.getLong("double"));
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> FULL.getBoolean("int"));
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> FULL.getString("int"))
			.withMessageContaining("'int'");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> FULL.get("text", DayOfWeek.class))
			.withMessageContaining("'ü'");
	}

	@Test
	void rejectsUnknownColumns() {
		assertThatIllegalArgumentException().isThrownBy(() -> FULL.get("INT"))
			.withMessageContaining("No field 'INT'")
			.withMessageContaining("decimal");
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> FULL.get(13));
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> FULL.getLong(-1));
		StructType twins = new StructType().add("a", DataTypes.LongType).add("a", DataTypes.LongType);
		Row row = new Row(
				new ColumnBatch(twins,
						List.of(ObjectVectors.of(DataTypes.LongType, 1L), ObjectVectors.of(DataTypes.LongType, 2L)), 1),
				0);
		assertThatIllegalArgumentException().isThrownBy(() -> row.getLong("a")).withMessageContaining("ambiguous");
		assertThat(row.getLong(1)).isEqualTo(2);
	}

	@Test
	void isEqualIfValuesAreEqual() {
		assertThat(of(new byte[] { 1 })).isEqualTo(of(new byte[] { 1 }))
			.hasSameHashCodeAs(of(new byte[] { 1 }))
			.isNotEqualTo(of(new byte[] { 2 }));
		assertThat(FULL).isNotEqualTo(NULLS).isEqualTo(new Row(BATCH, 0));
		assertThat(NULLS).isEqualTo(NULLS.detached()).isNotEqualTo("Row");
	}

	@Test
	void detachesWithSameValues() {
		Row detached = FULL.detached();
		assertThat(detached).isEqualTo(FULL).hasToString(FULL.toString());
		assertThat(detached.schema()).isEqualTo(SCHEMA);
		assertThat(detached.getLong("byte")).isOne();
	}

	@Test
	void printsNamesAndValues() {
		assertThat(FULL)
			.hasToString("Row(bool=true, byte=1, short=2, int=3, long=4, float=5.0, double=6.0, decimal=1.50,"
					+ " text=ü, bytes=[1, -1], day=1970-01-01, instant=1970-01-01T00:00:00Z, time=2024-02-29T00:00)");
		assertThat(NULLS.toString()).startsWith("Row(bool=null, ");
		assertThat(new Row(new ColumnBatch(new StructType(), List.of(), 1), 0)).hasToString("Row()");
	}

	@Test
	void supportsSparkNamesOfGetters() {
		assertThat(FULL.length()).isEqualTo(FULL.size());
		assertThat(FULL.anyNull()).isFalse();
		assertThat(NULLS.anyNull()).isTrue();
		assertThat(FULL.copy()).isEqualTo(FULL);
		assertThat(FULL.getDate(10)).isEqualTo(java.sql.Date.valueOf("1970-01-01"));
		assertThat(FULL.getTimestamp(11)).isEqualTo(new java.sql.Timestamp(0));
		assertThat(NULLS.getDate(10)).isNull();
		assertThat(NULLS.getTimestamp(11)).isNull();
		assertThat(Row.empty().size()).isZero();
		assertThat(of(new byte[] { 1, 2 }).mkString()).isEqualTo("[1, 2]");
		Row row = new Row(new ColumnBatch(new StructType().add("a", DataTypes.LongType).add("b", DataTypes.StringType),
				List.of(ObjectVectors.of(DataTypes.LongType, 1L), ObjectVectors.of(DataTypes.StringType, "x")), 1), 0);
		assertThat(row.mkString()).isEqualTo("1x");
		assertThat(row.mkString(", ")).isEqualTo("1, x");
		assertThat(row.mkString("<", "|", ">")).isEqualTo("<1|x>");
	}

	@Test
	void writesJson() {
		assertThat(FULL.json()).isEqualTo("{\"bool\":true,\"byte\":1,\"short\":2,\"int\":3,\"long\":4,\"float\":5.0,"
				+ "\"double\":6.0,\"decimal\":1.50,\"text\":\"ü\",\"bytes\":\"Af8=\",\"day\":\"1970-01-01\","
				+ "\"instant\":\"1970-01-01 00:00:00\",\"time\":\"2024-02-29 00:00:00\"}");
		assertThat(NULLS.json()).startsWith("{\"bool\":null,");
		assertThat(Row.empty().json()).isEqualTo("{}");
		StructType maps = new StructType().add("by_id", new MapType(DataTypes.IntegerType, DataTypes.LongType))
			.add("by_name", new MapType(DataTypes.StringType, DataTypes.LongType));
		assertThat(Row.of(maps, Map.of(), Map.of()).json()).isEqualTo("{\"by_id\":[],\"by_name\":{}}");
		assertThat(Row.of(maps, Map.of(1, 2L), Map.of("a", 3L)).json())
			.isEqualTo("{\"by_id\":[{\"key\":1,\"value\":2}],\"by_name\":{\"a\":3}}");
		assertThat(Row.empty().prettyJson()).isEqualTo("{ }");
		assertThat(of(new byte[0]).prettyJson()).isEqualTo("{\n  \"v\" : \"\"\n}");
	}

}
