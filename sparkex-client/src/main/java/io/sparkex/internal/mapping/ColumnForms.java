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
 * Chooses how a Java type is held in a column, for the types that columns are read as.
 */
final class ColumnForms {

	private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Collection.class, Set.class);

	private final Set<Class<?>> open;

	private ColumnForms(Set<Class<?>> open) {
		this.open = open;
	}

	/**
	 * The form of the objects that are rows.
	 */
	static StructForm rows(Class<?> javaClass) {
		return new ColumnForms(Set.of()).struct(JavaType.of(javaClass), "a row");
	}

	/**
	 * The form of single values that a converter writes, in a column of their own.
	 */
	static ColumnForm values(Conversion conversion) {
		return conversion.writing(new ColumnForms(Set.of()).of(conversion.columnType(), "a row"), true);
	}

	private ColumnForm of(JavaType source, String place) {
		return of(source, place, Conversion.of(source));
	}

	private ColumnForm of(JavaType source, String place, @Nullable Conversion conversion) {
		Class<?> raw = source.raw();
		if (conversion != null) {
			return conversion.writing(of(conversion.columnType(), place), !raw.isPrimitive());
		}
		if (raw.isPrimitive()) {
			Class<?> box = Scalars.box(raw);
			if (box == null) {
				throw unknown(source, place);
			}
			return new ColumnForm(of(JavaType.of(box), place).type(), false, ColumnForm.AS_IS);
		}
		DataType scalar = ColumnTypes.of(raw);
		if (scalar != null) {
			return new ColumnForm(scalar, true, ColumnForm.AS_IS);
		}
		if (raw == Optional.class) {
			ColumnForm content = of(source.argument(0), place);
			return new ColumnForm(content.type(), true, (value) -> content.convert(((Optional<?>) value).orElse(null)));
		}
		if (raw.isArray() || COLLECTIONS.contains(raw)) {
			ColumnForm element = of(source.argument(0), place);
			return new ColumnForm(new ArrayType(element.type(), element.nullable()), true,
					element.isAsIs() ? ColumnForm.AS_IS : (value) -> elements(value, element));
		}
		if (raw == Map.class) {
			return map(of(source.argument(0), place), of(source.argument(1), place));
		}
		if (RowMappers.canBuild(raw)) {
			StructForm struct = struct(source, place);
			return new ColumnForm(struct.type(), true, struct::values);
		}
		throw unknown(source, place);
	}

	private static List<@Nullable Object> elements(Object value, ColumnForm form) {
		List<@Nullable Object> elements = new ArrayList<>();
		if (value instanceof Collection<?> collection) {
			collection.forEach((element) -> elements.add(form.convert(element)));
		}
		else {
			for (int i = 0; i < Array.getLength(value); i++) {
				elements.add(form.convert(Array.get(value, i)));
			}
		}
		return elements;
	}

	private static ColumnForm map(ColumnForm key, ColumnForm value) {
		MapType type = new MapType(key.type(), value.type(), value.nullable());
		if (key.isAsIs() && value.isAsIs()) {
			return new ColumnForm(type, true, ColumnForm.AS_IS);
		}
		return new ColumnForm(type, true, (map) -> {
			Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
			((Map<?, ?>) map).forEach((k, v) -> entries.put(key.convert(k), value.convert(v)));
			return entries;
		});
	}

	private StructForm struct(JavaType source, String place) {
		if (this.open.contains(source.raw())) {
			throw new MappingException(source + " has itself as a part, in " + place
					+ ", and columns are only so deep; leave that part out");
		}
		Set<Class<?>> within = new HashSet<>(this.open);
		within.add(source.raw());
		ColumnForms below = new ColumnForms(within);
		List<Property> properties = Property.of(source.raw());
		List<ColumnForm> forms = new ArrayList<>();
		List<StructField> fields = new ArrayList<>();
		for (Property property : properties) {
			JavaType type = source.member(property.type());
			ColumnForm form = below.of(type, "'" + property.name() + "' of " + source.raw().getSimpleName(),
					Conversion.of(source.raw(), property.name(), type));
			forms.add(form);
			fields.add(new StructField(property.columnName(), form.type(), form.nullable()));
		}
		return new StructForm(new StructType(fields), properties, forms);
	}

	private static MappingException unknown(JavaType source, String place) {
		return new MappingException("There is no type of Spark for " + source + ", in " + place
				+ "; use a primitive or its box, " + Scalars.names()
				+ ", UUID, an enum, an array, List, Set, Map, record or bean of these, or an Optional of these");
	}

	/**
	 * How objects with properties are held.
	 *
	 * @param type a field for each property
	 * @param properties the properties
	 * @param forms how each is held
	 */
	record StructForm(StructType type, List<Property> properties, List<ColumnForm> forms) {

		@Nullable Object value(Object owner, int field) {
			return this.forms.get(field).convert(this.properties.get(field).get(owner));
		}

		List<@Nullable Object> values(Object owner) {
			List<@Nullable Object> values = new ArrayList<>(this.forms.size());
			for (int i = 0; i < this.forms.size(); i++) {
				values.add(value(owner, i));
			}
			return Collections.unmodifiableList(values);
		}

	}

}
