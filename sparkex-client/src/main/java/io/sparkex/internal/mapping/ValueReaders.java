package io.sparkex.internal.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.StructSlice;
import io.sparkex.errors.MappingException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StructType;
import io.sparkex.values.StructValue;

/**
 * Factory of value readers. It accepts only conversions without loss.
 */
final class ValueReaders {

	private static final Set<Class<?>> LISTS = Set.of(List.class, Collection.class, Iterable.class);

	private ValueReaders() {
	}

	/**
	 * Returns the reader of a column as a Java type.
	 * @param source the column, or a part of it
	 * @param target the Java type
	 * @param place the target of the value, for messages
	 */
	static ValueReader of(SourceColumn source, JavaType target, String place) {
		return of(source, target, place, DeclaredConverter.of(target));
	}

	/**
	 * Returns the reader of a column as a Java type.
	 * @param source the column, or a part of it
	 * @param target the Java type
	 * @param place the target of the value, for messages
	 * @param conversion the declared converter, or {@code null} to apply the default
	 * rules
	 */
	static ValueReader of(SourceColumn source, JavaType target, String place, @Nullable DeclaredConverter conversion) {
		if (conversion != null) {
			ValueReader converted = conversion.reading(of(source, conversion.columnType(), place));
			return target.raw().isPrimitive() ? rejectingNull(converted, source, target, place) : converted;
		}
		Class<?> raw = target.raw();
		if (raw == Optional.class) {
			ValueReader content = of(source, target.argument(0), place);
			return (column, row) -> Optional.ofNullable(content.read(column, row));
		}
		if (raw.isPrimitive()) {
			return primitive(source, target, place);
		}
		ValueReader reader = reader(source, target, place);
		return (column, row) -> column.isNull(row) ? null : reader.read(column, row);
	}

	private static ValueReader primitive(SourceColumn source, JavaType target, String place) {
		Class<?> wrapper = ScalarReaders.wrapper(target.raw());
		if (wrapper == null) {
			throw unknown(source, target, place);
		}
		ValueReader reader = reader(source, JavaType.of(wrapper), place);
		return rejectingNull((column, row) -> column.isNull(row) ? null : reader.read(column, row), source, target,
				place);
	}

	private static ValueReader rejectingNull(ValueReader reader, SourceColumn source, JavaType target, String place) {
		return (column, row) -> {
			Object value = reader.read(column, row);
			if (value == null) {
				throw new MappingException("The column '" + source.column() + "' is null in a row, which " + place
						+ " of type " + target + " cannot hold; use its wrapper class or an Optional");
			}
			return value;
		};
	}

	/**
	 * Returns the reader of values that are not null.
	 */
	private static ValueReader reader(SourceColumn source, JavaType target, String place) {
		Class<?> raw = target.raw();
		if (source.type() == SimpleType.NULL) {
			return (column, row) -> null;
		}
		if (source.type() instanceof ArrayType array && raw.isArray()) {
			return ListReaders.array(target, of(source.element(array), target.argument(0), place));
		}
		if (ScalarReaders.supports(raw)) {
			return scalar(source, target, place);
		}
		if (LISTS.contains(raw)) {
			ArrayType array = require(ArrayType.class, source, target, place);
			return ListReaders.list(of(source.element(array), target.argument(0), place));
		}
		if (raw == Set.class) {
			ArrayType array = require(ArrayType.class, source, target, place);
			return ListReaders.set(of(source.element(array), target.argument(0), place));
		}
		if (raw == Map.class) {
			return map(source, target, place);
		}
		if (StructValue.class.isAssignableFrom(raw)) {
			require(StructType.class, source, target, place);
			return (column, row) -> raw.cast(column.get(row));
		}
		if (RowMappers.canBuild(raw)) {
			StructType struct = require(StructType.class, source, target, place);
			RowMapper<?> mapper = RowMappers.build(struct, target, source.column());
			return (column, row) -> {
				StructSlice slice = column.getStruct(row);
				return mapper.map(slice.fields(), slice.row());
			};
		}
		throw raw.isArray() ? mismatch(source, target, place) : unknown(source, target, place);
	}

	private static ValueReader scalar(SourceColumn source, JavaType target, String place) {
		ScalarReaders.Rule rule = ScalarReaders.rule(target.raw(), source);
		if (!rule.accepts().test(source.type())) {
			throw new MappingException(source + " does not fit " + place + " of type " + target.raw().getSimpleName()
					+ ", since values could be lost; change that type, or cast the column");
		}
		return rule.reader();
	}

	private static ValueReader map(SourceColumn source, JavaType target, String place) {
		if (source.type() instanceof StructType struct) {
			return MapReaders.struct(MapReaders.fields(struct, target, source.column(), place));
		}
		MapType map = require(MapType.class, source, target, place);
		return MapReaders.map(of(source.key(map), target.argument(0), place),
				of(source.value(map), target.argument(1), place));
	}

	private static <T> T require(Class<T> type, SourceColumn source, JavaType target, String place) {
		if (!type.isInstance(source.type())) {
			throw mismatch(source, target, place);
		}
		return type.cast(source.type());
	}

	private static MappingException mismatch(SourceColumn source, JavaType target, String place) {
		return new MappingException(
				source + " cannot be read as " + target + " for " + place + "; change that type, or the query");
	}

	private static MappingException unknown(SourceColumn source, JavaType target, String place) {
		return new MappingException("The column '" + source.column() + "' cannot be read as " + target + " for " + place
				+ "; use a primitive or its wrapper class, " + ScalarReaders.names()
				+ ", UUID, an enum, an array, List, Set, Map, record or bean of these, or an Optional of these");
	}

}
