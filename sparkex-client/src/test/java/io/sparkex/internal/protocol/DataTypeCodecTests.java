package io.sparkex.internal.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.UnparsedType;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DataTypeCodec}.
 */
class DataTypeCodecTests {

	static Stream<DataType> types() {
		List<DataType> parameterized = List.of(new StringType(), new StringType("UNICODE_CI"), new CharType(5),
				new VarcharType(Integer.MAX_VALUE), new DecimalType(1, 0), new DecimalType(38, 38), new TimeType(0),
				new TimeType(6), new GeometryType(GeometryType.MIXED_SRID), new GeometryType(0),
				new GeographyType(4326), new UnparsedType("x y"), new ArrayType(DataTypes.StringType, false),
				new ArrayType(new ArrayType(new DecimalType(10, 2))),
				new MapType(DataTypes.IntegerType, new MapType(DataTypes.DateType, DataTypes.NullType, false)),
				new UserDefinedType("org.example.Point", null, null, new ArrayType(DataTypes.DoubleType)),
				new UserDefinedType(null, "m.Point", "gAS", DataTypes.LongType), new StructType(),
				new StructType(new StructField("a b`\n", DataTypes.LongType, false),
						new StructField("", new StructType().add("ü", new ArrayType(new StructType())), true),
						new StructField("m", DataTypes.VariantType, true, "{\"comment\":\"x\"}")));
		Stream<DataType> dayTime = Arrays.stream(DayTimeIntervalType.Unit.values())
			.flatMap((start) -> Arrays.stream(DayTimeIntervalType.Unit.values())
				.filter((end) -> start.compareTo(end) <= 0)
				.map((end) -> new DayTimeIntervalType(start, end)));
		Stream<DataType> yearMonth = Arrays.stream(YearMonthIntervalType.Unit.values())
			.flatMap((start) -> Arrays.stream(YearMonthIntervalType.Unit.values())
				.filter((end) -> start.compareTo(end) <= 0)
				.map((end) -> new YearMonthIntervalType(start, end)));
		return Stream.of(Arrays.stream(SimpleType.values()), parameterized.stream(), dayTime, yearMonth)
			.flatMap((group) -> group);
	}

	@ParameterizedTest
	@MethodSource("types")
	void decodesEncodedTypes(DataType type) throws Exception {
		byte[] bytes = DataTypeCodec.encode(type).toByteArray();
		assertThat(DataTypeCodec.decode(io.sparkex.internal.proto.DataType.parseFrom(bytes))).isEqualTo(type);
	}

	@Test
	void coversEveryKind() {
		assertThat(types().map((type) -> DataTypeCodec.encode(type).getKindCase()).distinct())
			.containsExactlyInAnyOrder(Arrays.stream(io.sparkex.internal.proto.DataType.KindCase.values())
				.filter((kind) -> kind != io.sparkex.internal.proto.DataType.KindCase.KIND_NOT_SET)
				.toArray(io.sparkex.internal.proto.DataType.KindCase[]::new));
	}

	@Test
	void reportsUnknownTypes() {
		io.sparkex.internal.proto.DataType unknown = io.sparkex.internal.proto.DataType.getDefaultInstance();
		assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> DataTypeCodec.decode(unknown))
			.withMessage("The server sent a data type that this client does not support; a newer version of"
					+ " sparkex may support it");
		assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> DataTypeCodec.decodeSchema(unknown));
	}

	static Stream<io.sparkex.internal.proto.DataType> impossibleTypes() {
		return Stream.of(
				io.sparkex.internal.proto.DataType.newBuilder()
					.setDecimal(io.sparkex.internal.proto.DataType.Decimal.newBuilder().setPrecision(39))
					.build(),
				io.sparkex.internal.proto.DataType.newBuilder()
					.setDecimal(io.sparkex.internal.proto.DataType.Decimal.newBuilder().setPrecision(3).setScale(-1))
					.build(),
				io.sparkex.internal.proto.DataType.newBuilder()
					.setTime(io.sparkex.internal.proto.DataType.Time.newBuilder().setPrecision(7))
					.build(),
				io.sparkex.internal.proto.DataType.newBuilder()
					.setDayTimeInterval(
							io.sparkex.internal.proto.DataType.DayTimeInterval.newBuilder().setStartField(4))
					.build(),
				io.sparkex.internal.proto.DataType.newBuilder()
					.setYearMonthInterval(io.sparkex.internal.proto.DataType.YearMonthInterval.newBuilder()
						.setStartField(1)
						.setEndField(0))
					.build());
	}

	@ParameterizedTest
	@MethodSource("impossibleTypes")
	void rejectsInvalidTypeParameters(io.sparkex.internal.proto.DataType type) {
		io.sparkex.internal.proto.DataType array = io.sparkex.internal.proto.DataType.newBuilder()
			.setArray(io.sparkex.internal.proto.DataType.Array.newBuilder().setElementType(type))
			.build();
		assertThatExceptionOfType(CorruptResultException.class).isThrownBy(() -> DataTypeCodec.decode(array))
			.withMessageStartingWith("The server sent the data type " + type.getKindCase());
	}

	@Test
	void rejectsSchemasThatAreNotStructs() {
		assertThatExceptionOfType(UnsupportedException.class)
			.isThrownBy(() -> DataTypeCodec.decodeSchema(DataTypeCodec.encode(DataTypes.LongType)))
			.withMessageContaining("not a struct but LONG");
	}

	@Test
	void appliesDefaultsOfOmittedFields() {
		io.sparkex.internal.proto.DataType decimal = io.sparkex.internal.proto.DataType.newBuilder()
			.setDecimal(io.sparkex.internal.proto.DataType.Decimal.getDefaultInstance())
			.build();
		assertThat(DataTypeCodec.decode(decimal)).isEqualTo(new DecimalType(10, 0));
		io.sparkex.internal.proto.DataType dayTime = io.sparkex.internal.proto.DataType.newBuilder()
			.setDayTimeInterval(io.sparkex.internal.proto.DataType.DayTimeInterval.getDefaultInstance())
			.build();
		assertThat(DataTypeCodec.decode(dayTime))
			.isEqualTo(new DayTimeIntervalType(DayTimeIntervalType.Unit.DAY, DayTimeIntervalType.Unit.SECOND));
		io.sparkex.internal.proto.DataType yearMonth = io.sparkex.internal.proto.DataType.newBuilder()
			.setYearMonthInterval(io.sparkex.internal.proto.DataType.YearMonthInterval.getDefaultInstance())
			.build();
		assertThat(DataTypeCodec.decode(yearMonth))
			.isEqualTo(new YearMonthIntervalType(YearMonthIntervalType.Unit.YEAR, YearMonthIntervalType.Unit.MONTH));
		io.sparkex.internal.proto.DataType time = io.sparkex.internal.proto.DataType.newBuilder()
			.setTime(io.sparkex.internal.proto.DataType.Time.getDefaultInstance())
			.build();
		assertThat(DataTypeCodec.decode(time)).isEqualTo(new TimeType(6));
	}

}
