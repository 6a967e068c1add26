package io.sparkex.internal.arrow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.Binary;
import org.apache.arrow.flatbuf.Bool;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Interval;
import org.apache.arrow.flatbuf.IntervalUnit;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Null;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Struct_;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

import io.sparkex.errors.UnsupportedException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
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

/**
 * Encoder of one field of an Arrow schema, in the types that Spark itself uses. Each
 * method returns the offset of the field.
 *
 * @param out the flatbuffer of the schema
 * @param name the name of the field
 * @param nullable {@code true} if the field may be null
 * @param metadata the metadata of the field
 */
record SchemaFieldEncoder(FlatBufferBuilder out, String name, boolean nullable,
		Map<String, String> metadata) implements DataType.Visitor<Integer> {

	/**
	 * The presence of a time zone distinguishes TIMESTAMP from TIMESTAMP_NTZ. Its value
	 * is irrelevant.
	 */
	private static final String ANY_ZONE = "UTC";

	static int write(FlatBufferBuilder out, StructField field) {
		return field.dataType().accept(new SchemaFieldEncoder(out, field.name(), field.nullable(), Map.of()));
	}

	private int child(StructField field, Map<String, String> childMarks) {
		return field.dataType().accept(new SchemaFieldEncoder(this.out, field.name(), field.nullable(), childMarks));
	}

	private int field(byte kind, ToIntFunction<FlatBufferBuilder> type, int... children) {
		int nameOffset = this.out.createString(this.name);
		int typeOffset = type.applyAsInt(this.out);
		int childrenOffset = Field.createChildrenVector(this.out, children);
		int[] pairs = this.metadata.entrySet()
			.stream()
			.mapToInt((mark) -> KeyValue.createKeyValue(this.out, this.out.createString(mark.getKey()),
					this.out.createString(mark.getValue())))
			.toArray();
		int metadata = (pairs.length > 0) ? Field.createCustomMetadataVector(this.out, pairs) : 0;
		return Field.createField(this.out, nameOffset, this.nullable, kind, typeOffset, 0, childrenOffset, metadata);
	}

	private int bare(byte kind, Consumer<FlatBufferBuilder> start, ToIntFunction<FlatBufferBuilder> end,
			int... children) {
		return field(kind, (builder) -> {
			start.accept(builder);
			return end.applyAsInt(builder);
		}, children);
	}

	private int integer(int bits) {
		return field(Type.Int, (builder) -> Int.createInt(builder, bits, true));
	}

	private int floating(short precision) {
		return field(Type.FloatingPoint, (builder) -> FloatingPoint.createFloatingPoint(builder, precision));
	}

	private int interval(short unit) {
		return field(Type.Interval, (builder) -> Interval.createInterval(builder, unit));
	}

	private int timestamp(String zone) {
		return field(Type.Timestamp, (builder) -> Timestamp.createTimestamp(builder, TimeUnit.MICROSECOND,
				zone.isEmpty() ? 0 : builder.createString(zone)));
	}

	private int text() {
		return bare(Type.Utf8, Utf8::startUtf8, Utf8::endUtf8);
	}

	@Override
	public Integer visitSimple(SimpleType type) {
		return switch (type) {
			case NULL -> bare(Type.Null, Null::startNull, Null::endNull);
			case BOOLEAN -> bare(Type.Bool, Bool::startBool, Bool::endBool);
			case BYTE -> integer(Byte.SIZE);
			case SHORT -> integer(Short.SIZE);
			case INTEGER -> integer(Integer.SIZE);
			case LONG -> integer(Long.SIZE);
			case FLOAT -> floating(Precision.SINGLE);
			case DOUBLE -> floating(Precision.DOUBLE);
			case BINARY -> bare(Type.Binary, Binary::startBinary, Binary::endBinary);
			case DATE -> field(Type.Date, (builder) -> Date.createDate(builder, DateUnit.DAY));
			case TIMESTAMP -> timestamp(ANY_ZONE);
			case TIMESTAMP_NTZ -> timestamp("");
			case CALENDAR_INTERVAL -> interval(IntervalUnit.MONTH_DAY_NANO);
			case VARIANT -> struct(ArrowStorageTypes.VARIANT, "metadata", Map.of("variant", "true"));
		};
	}

	@Override
	public Integer visitString(StringType type) {
		return text();
	}

	@Override
	public Integer visitChar(CharType type) {
		return text();
	}

	@Override
	public Integer visitVarchar(VarcharType type) {
		return text();
	}

	@Override
	public Integer visitDecimal(DecimalType type) {
		return field(Type.Decimal, (builder) -> Decimal.createDecimal(builder, type.precision(), type.scale(),
				ArrowLayout.DECIMAL_128.width() * Byte.SIZE));
	}

	@Override
	public Integer visitTime(TimeType type) {
		return field(Type.Time, (builder) -> Time.createTime(builder, TimeUnit.NANOSECOND, Long.SIZE));
	}

	@Override
	public Integer visitDayTimeInterval(DayTimeIntervalType type) {
		return field(Type.Duration, (builder) -> Duration.createDuration(builder, TimeUnit.MICROSECOND));
	}

	@Override
	public Integer visitYearMonthInterval(YearMonthIntervalType type) {
		return interval(IntervalUnit.YEAR_MONTH);
	}

	@Override
	public Integer visitArray(ArrayType type) {
		int element = child(new StructField("element", type.elementType(), type.containsNull()), Map.of());
		return bare(Type.List, org.apache.arrow.flatbuf.List::startList, org.apache.arrow.flatbuf.List::endList,
				element);
	}

	@Override
	public Integer visitMap(MapType type) {
		StructType entries = new StructType().add("key", type.keyType(), false)
			.add("value", type.valueType(), type.valueContainsNull());
		int entry = child(new StructField("entries", entries, false), Map.of());
		return field(Type.Map, (builder) -> org.apache.arrow.flatbuf.Map.createMap(builder, false), entry);
	}

	@Override
	public Integer visitStruct(StructType type) {
		return struct(type, "", Map.of());
	}

	/**
	 * Encodes a struct type. One of the child fields may have metadata that tells Spark
	 * which type the struct represents.
	 */
	private int struct(StructType parts, String annotatedPart, Map<String, String> partMetadata) {
		List<StructField> fields = parts.fields();
		int[] children = fields.stream()
			.mapToInt((field) -> child(field, field.name().equals(annotatedPart) ? partMetadata : Map.of()))
			.toArray();
		return bare(Type.Struct_, Struct_::startStruct_, Struct_::endStruct_, children);
	}

	@Override
	public Integer visitUserDefined(UserDefinedType type) {
		return type.sqlType().accept(this);
	}

	private int spatial(String kind, int srid) {
		Map<String, String> wkbMarks = new LinkedHashMap<>();
		wkbMarks.put(kind, "true");
		wkbMarks.put("srid", Integer.toString(srid));
		return struct(ArrowStorageTypes.SPATIAL, "wkb", wkbMarks);
	}

	@Override
	public Integer visitGeometry(GeometryType type) {
		return spatial("geometry", type.srid());
	}

	@Override
	public Integer visitGeography(GeographyType type) {
		return spatial("geography", type.srid());
	}

	@Override
	public Integer visitUnparsed(UnparsedType type) {
		throw new UnsupportedException("The field '" + this.name + "' has the type " + type.simpleString()
				+ ", whose values this version of sparkex cannot write");
	}

}
