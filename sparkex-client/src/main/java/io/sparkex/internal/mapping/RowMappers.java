package io.sparkex.internal.mapping;

import java.util.Map;

import io.sparkex.annotation.ConvertWith;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;

/**
 * Chooses how rows and structs become objects.
 */
final class RowMappers {

	/**
	 * Of the columns of a row, which are no part of another column.
	 */
	private static final String TOP = "";

	static final CompiledCache<StructType, RowMapper<?>> COMPILED = new CompiledCache<>(RowMappers::of);

	private RowMappers() {
	}

	private static RowMapper<?> of(StructType schema, Class<?> target) {
		JavaType type = JavaType.of(target);
		if (target == Map.class) {
			return MapReaders.fields(schema, type, TOP, "a row");
		}
		if (canBuild(target)) {
			return build(schema, type, TOP);
		}
		return ValueMapper.compile(schema, type);
	}

	/**
	 * Whether a class has a constructor that rows can be put into.
	 */
	static boolean canBuild(Class<?> javaClass) {
		return !Scalars.contain(javaClass) && !javaClass.isAnnotationPresent(ConvertWith.class)
				&& (javaClass.isRecord() || BeanMapper.isBean(javaClass));
	}

	/**
	 * How to build the objects of a record or bean.
	 * @param schema the columns of the rows, or the fields of the structs
	 * @param target the class
	 * @param path the column the structs are in, for messages
	 */
	static RowMapper<?> build(StructType schema, JavaType target, String path) {
		return target.raw().isRecord() ? RecordMapper.compile(schema, target, path)
				: BeanMapper.compile(schema, target, path);
	}

	/**
	 * A column, or the field of a struct in a column.
	 */
	static Source source(String path, StructField field) {
		return path.equals(TOP) ? Source.of(field) : new Source(path + "." + field.name(), field.dataType());
	}

	/**
	 * The addition to messages that tells in which column a struct is.
	 */
	static String in(String path) {
		return path.equals(TOP) ? "" : " in the column '" + path + "'";
	}

}
