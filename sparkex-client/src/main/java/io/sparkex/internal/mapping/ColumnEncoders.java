package io.sparkex.internal.mapping;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.MappingException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.MapType;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;

/**
 * Factory of the encoders of Java types. It supports the types that columns can be read
 * as.
 */
final class ColumnEncoders {

	private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Collection.class, Set.class);

	private final Set<Class<?>> open;

	private ColumnEncoders(Set<Class<?>> open) {
		this.open = open;
	}

	/**
	 * Returns the encoder of objects that represent rows.
	 */
	static StructEncoder rows(Class<?> javaClass) {
		return new ColumnEncoders(Set.of()).struct(JavaType.of(javaClass), "a row");
	}

	/**
	 * Returns the encoder of single values with a declared converter.
	 */
	static ColumnEncoder values(DeclaredConverter conversion) {
		return conversion.writing(new ColumnEncoders(Set.of()).of(conversion.columnType(), "a row"), true);
	}

	private ColumnEncoder of(JavaType source, String place) {
		return of(source, place, DeclaredConverter.of(source));
	}

	private ColumnEncoder of(JavaType source, String place, @Nullable DeclaredConverter conversion) {
		Class<?> raw = source.raw();
		if (conversion != null) {
			return conversion.writing(of(conversion.columnType(), place), !raw.isPrimitive());
		}
		if (raw.isPrimitive()) {
			Class<?> wrapper = ScalarReaders.wrapper(raw);
			if (wrapper == null) {
				throw unknown(source, place);
			}
			return new ColumnEncoder(of(JavaType.of(wrapper), place).type(), false, ColumnEncoder.AS_IS);
		}
		DataType scalar = ColumnTypes.of(raw);
		if (scalar != null) {
			return new ColumnEncoder(scalar, true, ColumnEncoder.AS_IS);
		}
		if (raw == Optional.class) {
			ColumnEncoder content = of(source.argument(0), place);
			return new ColumnEncoder(content.type(), true,
					(value) -> content.convert(((Optional<?>) value).orElse(null)));
		}
		if (raw.isArray() || COLLECTIONS.contains(raw)) {
			ColumnEncoder element = of(source.argument(0), place);
			return new ColumnEncoder(new ArrayType(element.type(), element.nullable()), true,
					element.isAsIs() ? ColumnEncoder.AS_IS : (value) -> elements(value, element));
		}
		if (raw == Map.class) {
			return map(of(source.argument(0), place), of(source.argument(1), place));
		}
		if (RowMappers.canBuild(raw)) {
			StructEncoder struct = struct(source, place);
			return new ColumnEncoder(struct.type(), true, struct::values);
		}
		throw unknown(source, place);
	}

	private static List<@Nullable Object> elements(Object value, ColumnEncoder encoder) {
		List<@Nullable Object> elements = new ArrayList<>();
		if (value instanceof Collection<?> collection) {
			collection.forEach((element) -> elements.add(encoder.convert(element)));
		}
		else {
			for (int i = 0; i < Array.getLength(value); i++) {
				elements.add(encoder.convert(Array.get(value, i)));
			}
		}
		return elements;
	}

	private static ColumnEncoder map(ColumnEncoder key, ColumnEncoder value) {
		MapType type = new MapType(key.type(), value.type(), value.nullable());
		if (key.isAsIs() && value.isAsIs()) {
			return new ColumnEncoder(type, true, ColumnEncoder.AS_IS);
		}
		return new ColumnEncoder(type, true, (map) -> {
			Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
			((Map<?, ?>) map).forEach((k, v) -> entries.put(key.convert(k), value.convert(v)));
			return entries;
		});
	}

	private StructEncoder struct(JavaType source, String place) {
		if (this.open.contains(source.raw())) {
			throw new MappingException(source + " contains itself, in " + place
					+ ", but the nesting of columns is finite; remove that part");
		}
		Set<Class<?>> within = new HashSet<>(this.open);
		within.add(source.raw());
		ColumnEncoders below = new ColumnEncoders(within);
		List<Property> properties = Property.of(source.raw());
		List<ColumnEncoder> encoders = new ArrayList<>();
		List<StructField> fields = new ArrayList<>();
		for (Property property : properties) {
			JavaType type = source.member(property.type());
			ColumnEncoder encoder = below.of(type, "'" + property.name() + "' of " + source.raw().getSimpleName(),
					DeclaredConverter.of(source.raw(), property.name(), type));
			encoders.add(encoder);
			fields.add(new StructField(property.columnName(), encoder.type(), encoder.nullable()));
		}
		return new StructEncoder(new StructType(fields), properties, encoders);
	}

	private static MappingException unknown(JavaType source, String place) {
		return new MappingException("There is no Spark type for " + source + ", in " + place
				+ "; use a primitive or its wrapper class, " + ScalarReaders.names()
				+ ", UUID, an enum, an array, List, Set, Map, record or bean of these, or an Optional of these");
	}

	/**
	 * Encoder of objects with properties.
	 *
	 * @param type the struct type, with a field for each property
	 * @param properties the properties
	 * @param encoders the encoder of each property
	 */
	record StructEncoder(StructType type, List<Property> properties, List<ColumnEncoder> encoders) {

		@Nullable Object value(Object owner, int field) {
			return this.encoders.get(field).convert(this.properties.get(field).get(owner));
		}

		List<@Nullable Object> values(Object owner) {
			List<@Nullable Object> values = new ArrayList<>(this.encoders.size());
			for (int i = 0; i < this.encoders.size(); i++) {
				values.add(value(owner, i));
			}
			return Collections.unmodifiableList(values);
		}

	}

}
