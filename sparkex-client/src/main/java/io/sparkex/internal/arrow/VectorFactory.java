package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.errors.CorruptResultException;
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
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.UnparsedType;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;

/**
 * Factory of the vector of one column, or of a nested part of it, from the next buffers
 * of a batch.
 */
final class VectorFactory implements DataType.Visitor<ArrowVector> {

	private final String name;

	private final Field arrowField;

	private final ColumnNode node;

	private final VectorContext context;

	private final RecordBatchReader reader;

	/**
	 * Creates a factory of one vector.
	 * @param name the name of the column, followed by the path of nested fields
	 * @param arrowField the Arrow field of the column
	 * @param node the field node of the vector
	 * @param context the inputs of the vectors of the batch
	 */
	VectorFactory(String name, Field arrowField, ColumnNode node, VectorContext context) {
		this.name = name;
		this.arrowField = arrowField;
		this.node = node;
		this.context = context;
		this.reader = context.reader();
	}

	ArrowVector create(DataType type) {
		DictionaryEncoding encoding = this.arrowField.dictionary();
		return (encoding != null) ? encoded(type, encoding) : type.accept(this);
	}

	private ArrowVector encoded(DataType type, DictionaryEncoding encoding) {
		Int indexType = encoding.indexType();
		int width = (indexType != null) ? DictionaryIndices.width(indexType) : Integer.BYTES;
		if (width == 0) {
			throw mismatch(type, "one with indexes of 8 to 64 bits");
		}
		ByteBuffer validity = nextValidity();
		ByteBuffer indexes = this.reader.nextValues(this.node, width);
		List<DictionaryVector.Part> parts = new ArrayList<>();
		for (RecordBatchReader values : this.context.dictionaries().readers(encoding.id())) {
			int size = values.rowCount();
			VectorContext of = new VectorContext(values, this.context.dictionaries(), this.context.structs());
			parts.add(new DictionaryVector.Part(
					type.accept(new VectorFactory(this.name, this.arrowField, values.nextNode(size), of)), size));
		}
		boolean signed = indexType == null || indexType.isSigned();
		return new DictionaryVector(type, validity, new DictionaryIndices(indexes, width, signed), parts);
	}

	@Override
	public ArrowVector visitSimple(SimpleType type) {
		return switch (type) {
			case NULL -> nulls(type);
			case BOOLEAN -> {
				require(type, ArrowLayout.BOOLEAN);
				yield new BooleanVector(type, nextValidity(), this.reader.nextBits(this.node));
			}
			case BYTE -> fixed(type, ArrowLayout.INT_8, ByteVector::new);
			case SHORT -> fixed(type, ArrowLayout.INT_16, ShortVector::new);
			case INTEGER -> fixed(type, ArrowLayout.INT_32, IntVector::new);
			case LONG -> fixed(type, ArrowLayout.INT_64, LongVector::new);
			case FLOAT -> fixed(type, ArrowLayout.FLOAT_32, FloatVector::new);
			case DOUBLE -> fixed(type, ArrowLayout.FLOAT_64, DoubleVector::new);
			case DATE -> fixed(type, ArrowLayout.DATE_DAY, DateVector::new);
			case TIMESTAMP -> fixed(type, ArrowLayout.TIMESTAMP_MICRO, TimestampVector::new);
			case TIMESTAMP_NTZ -> fixed(type, ArrowLayout.TIMESTAMP_MICRO, TimestampNtzVector::new);
			case BINARY -> new BinaryVector(type, nextValidity(), variableWidth(type, Type.Binary, Type.LargeBinary));
			case CALENDAR_INTERVAL -> fixed(type, ArrowLayout.INTERVAL_MONTH_DAY_NANO, CalendarIntervalVector::new);
			case VARIANT -> {
				requireNames(type, ArrowStorageTypes.VARIANT);
				ByteBuffer validity = nextValidity();
				List<ArrowVector> parts = children(ArrowStorageTypes.VARIANT);
				yield new VariantVector(type, validity, parts.get(0), parts.get(1));
			}
		};
	}

	private ArrowVector nulls(DataType type) {
		require(type, ArrowLayout.NULL);
		return new NullVector(type);
	}

	private ArrowVector fixed(DataType type, ArrowLayout layout, FixedWidthConstructor constructor) {
		require(type, layout);
		ByteBuffer validity = nextValidity();
		return constructor.create(type, validity, this.reader.nextValues(this.node, layout.width()));
	}

	private ArrowVector text(DataType type) {
		ByteBuffer validity = nextValidity();
		return new StringVector(type, validity, variableWidth(type, Type.Utf8, Type.LargeUtf8));
	}

	private @Nullable ByteBuffer nextValidity() {
		return this.reader.nextValidity(this.node);
	}

	private VariableWidth variableWidth(DataType type, byte small, byte large) {
		byte actual = this.arrowField.typeType();
		if (actual != small && actual != large) {
			throw mismatch(type, Type.name(small));
		}
		return this.reader.nextVariableWidth(this.node, actual == large);
	}

	private void require(DataType type, ArrowLayout layout) {
		if (!layout.matches(this.arrowField)) {
			throw mismatch(type, layout.name());
		}
	}

	/**
	 * Validates the fields of a type that Arrow represents as a struct.
	 */
	private void requireNames(DataType type, StructType parts) {
		require(type, ArrowLayout.STRUCT);
		boolean matches = this.arrowField.childrenLength() == parts.size();
		for (int i = 0; matches && i < parts.size(); i++) {
			matches = parts.field(i).name().equals(this.arrowField.children(i).name());
		}
		if (!matches) {
			throw mismatch(type, "one of " + parts.fieldNames());
		}
	}

	private CorruptResultException mismatch(DataType type, String expected) {
		return new CorruptResultException("The server sent the column '" + this.name + "' of type "
				+ type.simpleString() + " as Arrow " + Type.name(this.arrowField.typeType()) + ", not as " + expected);
	}

	private UnsupportedException unsupported(DataType type) {
		return new UnsupportedException("The column '" + this.name + "' has the type " + type.simpleString()
				+ ", which this version of sparkex cannot read; cast it to string or select its parts");
	}

	@Override
	public ArrowVector visitString(StringType type) {
		return text(type);
	}

	@Override
	public ArrowVector visitChar(CharType type) {
		return text(type);
	}

	@Override
	public ArrowVector visitVarchar(VarcharType type) {
		return text(type);
	}

	@Override
	public ArrowVector visitDecimal(DecimalType type) {
		require(type, ArrowLayout.DECIMAL_128);
		if (this.arrowField.type(new Decimal()) instanceof Decimal decimal && decimal.scale() != type.scale()) {
			throw mismatch(type, "one with the scale " + type.scale());
		}
		ByteBuffer validity = nextValidity();
		return new DecimalVector(type, validity, this.reader.nextValues(this.node, ArrowLayout.DECIMAL_128.width()));
	}

	@Override
	public ArrowVector visitTime(TimeType type) {
		return fixed(type, ArrowLayout.TIME_NANO, TimeVector::new);
	}

	@Override
	public ArrowVector visitDayTimeInterval(DayTimeIntervalType type) {
		return fixed(type, ArrowLayout.DURATION_MICRO, DayTimeIntervalVector::new);
	}

	@Override
	public ArrowVector visitYearMonthInterval(YearMonthIntervalType type) {
		return fixed(type, ArrowLayout.INTERVAL_YEAR_MONTH, YearMonthIntervalVector::new);
	}

	@Override
	public ArrowVector visitArray(ArrayType type) {
		boolean large = ArrowLayout.LARGE_LIST.matches(this.arrowField);
		if (!large) {
			require(type, ArrowLayout.LIST);
		}
		ByteBuffer validity = nextValidity();
		ByteBuffer offsets = this.reader.nextOffsets(this.node, large);
		ColumnNode node = this.reader.nextNode();
		Offsets checked = new Offsets(offsets, large, node.rowCount());
		ArrowVector elements = child("element", type.elementType(), this.arrowField.children(0), node);
		if (elements instanceof NullVector && checked.end(this.node.rowCount()) != node.rowCount()) {
			// A column of nulls has no buffers, so only the enclosing batch can validate
			// the number of rows.
			throw mismatch(type, "one with " + node.rowCount() + " nulls");
		}
		return new ListVector(type, validity, checked, elements);
	}

	@Override
	public ArrowVector visitMap(MapType type) {
		require(type, ArrowLayout.MAP);
		ByteBuffer validity = nextValidity();
		ByteBuffer offsets = this.reader.nextOffsets(this.node, false);
		Field arrowEntries = this.arrowField.children(0);
		ColumnNode entries = this.reader.nextNode();
		// Map entries are never null, only their values.
		this.reader.nextValidity(entries);
		int count = entries.rowCount();
		ArrowVector keys = child("key", type.keyType(), arrowEntries.children(0), this.reader.nextNode(count));
		ArrowVector values = child("value", type.valueType(), arrowEntries.children(1), this.reader.nextNode(count));
		return new MapVector(type, validity, new Offsets(offsets, false, count), keys, values);
	}

	@Override
	public ArrowVector visitStruct(StructType type) {
		require(type, ArrowLayout.STRUCT);
		if (this.arrowField.childrenLength() != type.size()) {
			throw mismatch(type, "one with " + type.size() + " fields");
		}
		ByteBuffer validity = nextValidity();
		return new StructVector(validity, new ColumnBatch(type, List.copyOf(children(type)), this.node.rowCount()),
				this.context.structs());
	}

	private List<ArrowVector> children(StructType type) {
		List<ArrowVector> children = new ArrayList<>(type.size());
		for (int i = 0; i < type.size(); i++) {
			children.add(child(type.field(i).name(), type.field(i).dataType(), this.arrowField.children(i),
					this.reader.nextNode(this.node.rowCount())));
		}
		return children;
	}

	private ArrowVector child(String child, DataType type, Field arrowChild, ColumnNode childNode) {
		return new VectorFactory(this.name + "." + child, arrowChild, childNode, this.context).create(type);
	}

	@Override
	public ArrowVector visitUserDefined(UserDefinedType type) {
		return type.sqlType().accept(this);
	}

	@Override
	public ArrowVector visitGeometry(GeometryType type) {
		requireNames(type, ArrowStorageTypes.SPATIAL);
		ByteBuffer validity = nextValidity();
		List<ArrowVector> parts = children(ArrowStorageTypes.SPATIAL);
		return new GeometryVector(type, validity, parts.get(0), parts.get(1));
	}

	@Override
	public ArrowVector visitGeography(GeographyType type) {
		requireNames(type, ArrowStorageTypes.SPATIAL);
		ByteBuffer validity = nextValidity();
		List<ArrowVector> parts = children(ArrowStorageTypes.SPATIAL);
		return new GeographyVector(type, validity, parts.get(0), parts.get(1));
	}

	@Override
	public ArrowVector visitUnparsed(UnparsedType type) {
		throw unsupported(type);
	}

	@FunctionalInterface
	private interface FixedWidthConstructor {

		ArrowVector create(DataType type, @Nullable ByteBuffer validity, ByteBuffer values);

	}

}
