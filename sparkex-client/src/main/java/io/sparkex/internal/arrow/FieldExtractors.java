package io.sparkex.internal.arrow;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.StructType;
import io.sparkex.values.Spatial;
import io.sparkex.values.StructValue;
import io.sparkex.values.Variant;

/**
 * Functions that split a value into the fields of its Arrow struct.
 */
final class FieldExtractors {

	private FieldExtractors() {
	}

	static List<? extends @Nullable Object> variant(Object value, CellLocation location) {
		if (!(value instanceof Variant variant)) {
			throw location.wrongClass(value, "a Variant");
		}
		return List.of(variant.value(), variant.metadata());
	}

	static StructWriter.FieldExtractor spatial(Class<? extends Spatial> shapeClass, int srid, int mixedSrid) {
		return (value, location) -> {
			if (!shapeClass.isInstance(value)) {
				throw location.wrongClass(value, "a " + shapeClass.getSimpleName());
			}
			Spatial shape = shapeClass.cast(value);
			if (srid != mixedSrid && shape.srid() != srid) {
				throw location.outOfRange(value);
			}
			return List.of(shape.srid(), shape.wkb());
		};
	}

	static StructWriter.FieldExtractor struct(StructType type) {
		List<String> names = type.fieldNames();
		return (value, location) -> {
			if (value instanceof StructValue struct) {
				return new Fields(struct);
			}
			if (value instanceof List<?> list) {
				return list;
			}
			if (value instanceof Map<?, ?> map) {
				if (!names.containsAll(map.keySet())) {
					throw location.unknownNames(map.keySet(), names);
				}
				return names.stream().<@Nullable Object>map(map::get).toList();
			}
			throw location.wrongClass(value, "a Row, a List of its fields or a Map by their names");
		};
	}

	private static final class Fields extends AbstractList<@Nullable Object> {

		private final StructValue struct;

		private final int size;

		Fields(StructValue struct) {
			this.struct = struct;
			this.size = struct.schema().size();
		}

		@Override
		public @Nullable Object get(int index) {
			return this.struct.get(index);
		}

		@Override
		public int size() {
			return this.size;
		}

	}

}
