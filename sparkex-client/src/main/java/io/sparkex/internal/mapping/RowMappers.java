package io.sparkex.internal.mapping;

import java.util.Map;

import io.sparkex.annotation.ConvertWith;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;

/**
 * Factory of row mappers.
 */
final class RowMappers {

	/**
	 * The path of the columns of a row, which are not nested.
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
	 * Returns {@code true} if rows can be mapped to a class through a constructor.
	 */
	static boolean canBuild(Class<?> javaClass) {
		return !ScalarReaders.supports(javaClass) && !javaClass.isAnnotationPresent(ConvertWith.class)
				&& (javaClass.isRecord() || BeanMapper.isBean(javaClass));
	}

	/**
	 * Creates the mapper of a record or bean.
	 * @param schema the columns of the rows, or the fields of the structs
	 * @param target the class
	 * @param path the path of the column with the structs, for messages
	 */
	static RowMapper<?> build(StructType schema, JavaType target, String path) {
		return target.raw().isRecord() ? RecordMapper.compile(schema, target, path)
				: BeanMapper.compile(schema, target, path);
	}

	/**
	 * Returns a column, or a field of a struct column.
	 */
	static SourceColumn source(String path, StructField field) {
		return path.equals(TOP) ? SourceColumn.of(field)
				: new SourceColumn(path + "." + field.name(), field.dataType());
	}

	/**
	 * Returns the part of a message that names the column of a struct.
	 */
	static String in(String path) {
		return path.equals(TOP) ? "" : " in the column '" + path + "'";
	}

}
