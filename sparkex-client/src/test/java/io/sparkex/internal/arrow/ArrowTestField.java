package io.sparkex.internal.arrow;

import java.util.List;
import java.util.function.ToIntFunction;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.DictionaryKind;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.LargeList;
import org.apache.arrow.flatbuf.LargeUtf8;
import org.apache.arrow.flatbuf.Null;
import org.apache.arrow.flatbuf.Struct_;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Field of an Arrow schema for tests.
 *
 * @param kind the type id
 * @param type writes the type
 * @param index the index type for dictionary encoding, or {@code null}
 * @param children the child fields
 */
record ArrowTestField(byte kind, ToIntFunction<FlatBufferBuilder> type, @Nullable Index index,
		List<ArrowTestField> children) {

	/**
	 * Index type of a dictionary encoding.
	 */
	record Index(long dictionary, int bits, boolean signed) {

	}

	static ArrowTestField int32() {
		return new ArrowTestField(Type.Int, (out) -> Int.createInt(out, 32, true), null, List.of());
	}

	static ArrowTestField utf8() {
		return of(Type.Utf8, (out) -> {
			Utf8.startUtf8(out);
			return Utf8.endUtf8(out);
		});
	}

	static ArrowTestField largeUtf8() {
		return of(Type.LargeUtf8, (out) -> {
			LargeUtf8.startLargeUtf8(out);
			return LargeUtf8.endLargeUtf8(out);
		});
	}

	static ArrowTestField nulls() {
		return of(Type.Null, (out) -> {
			Null.startNull(out);
			return Null.endNull(out);
		});
	}

	static ArrowTestField list(ArrowTestField element) {
		return of(Type.List, (out) -> {
			org.apache.arrow.flatbuf.List.startList(out);
			return org.apache.arrow.flatbuf.List.endList(out);
		}, element);
	}

	static ArrowTestField largeList(ArrowTestField element) {
		return of(Type.LargeList, (out) -> {
			LargeList.startLargeList(out);
			return LargeList.endLargeList(out);
		}, element);
	}

	static ArrowTestField struct(ArrowTestField... fields) {
		return of(Type.Struct_, (out) -> {
			Struct_.startStruct_(out);
			return Struct_.endStruct_(out);
		}, fields);
	}

	private static ArrowTestField of(byte kind, ToIntFunction<FlatBufferBuilder> type, ArrowTestField... children) {
		return new ArrowTestField(kind, type, null, List.of(children));
	}

	ArrowTestField in(long dictionary, int bits, boolean signed) {
		return new ArrowTestField(this.kind, this.type, new Index(dictionary, bits, signed), this.children);
	}

	int write(FlatBufferBuilder out) {
		int name = out.createString("f");
		int typeOffset = this.type.applyAsInt(out);
		int dictionary = 0;
		if (this.index != null) {
			int indexType = Int.createInt(out, this.index.bits(), this.index.signed());
			dictionary = DictionaryEncoding.createDictionaryEncoding(out, this.index.dictionary(), indexType, false,
					DictionaryKind.DenseArray);
		}
		int[] below = this.children.stream().mapToInt((child) -> child.write(out)).toArray();
		int childrenOffset = Field.createChildrenVector(out, below);
		return Field.createField(out, name, true, this.kind, typeOffset, dictionary, childrenOffset, 0);
	}

}
