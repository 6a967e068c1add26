package io.sparkex.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The type of structs, and the schema of a DataFrame: a list of named fields.
 * <p>
 * Field names are case-sensitive. Several fields may have the same name, as in the result
 * of a join; they can be accessed only by position. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class StructType implements DataType {

	private static final int AMBIGUOUS = -2;

	private final List<StructField> fields;

	private final Map<String, Integer> indexes;

	/**
	 * Creates a struct type without fields, to be extended with {@code add}.
	 */
	public StructType() {
		this(List.of());
	}

	/**
	 * Creates a struct type.
	 * @param fields the fields
	 */
	public StructType(StructField... fields) {
		this(Arrays.asList(fields));
	}

	/**
	 * Creates a struct type.
	 * @param fields the fields
	 */
	public StructType(List<StructField> fields) {
		this.fields = List.copyOf(fields);
		this.indexes = new HashMap<>();
		for (int i = 0; i < this.fields.size(); i++) {
			this.indexes.merge(this.fields.get(i).name(), i, (first, second) -> AMBIGUOUS);
		}
	}

	/**
	 * Returns this struct type with a nullable field added.
	 * @param name the field name
	 * @param dataType the field type
	 * @return a new struct type
	 */
	public StructType add(String name, DataType dataType) {
		return add(name, dataType, true);
	}

	/**
	 * Returns this struct type with a field added.
	 * @param name the field name
	 * @param dataType the field type
	 * @param nullable {@code true} if the field may be null
	 * @return a new struct type
	 */
	public StructType add(String name, DataType dataType, boolean nullable) {
		return add(new StructField(name, dataType, nullable));
	}

	/**
	 * Returns this struct type with a field added.
	 * @param field the field
	 * @return a new struct type
	 */
	public StructType add(StructField field) {
		List<StructField> more = new ArrayList<>(this.fields);
		more.add(field);
		return new StructType(more);
	}

	/**
	 * Returns the fields.
	 * @return an unmodifiable list
	 */
	public List<StructField> fields() {
		return this.fields;
	}

	/**
	 * Returns the field names.
	 * @return an unmodifiable list
	 */
	public List<String> fieldNames() {
		return this.fields.stream().map(StructField::name).toList();
	}

	/**
	 * Returns the number of fields.
	 * @return the number of fields
	 */
	public int size() {
		return this.fields.size();
	}

	/**
	 * Returns the field at a position.
	 * @param index the position, from 0
	 * @return the field
	 * @throws IndexOutOfBoundsException if there is no field at the position
	 */
	public StructField field(int index) {
		return this.fields.get(index);
	}

	/**
	 * Returns {@code true} if at least one field has the given name.
	 * @param name the field name
	 * @return {@code true} if there is such a field
	 */
	public boolean contains(String name) {
		return this.indexes.containsKey(name);
	}

	/**
	 * Returns the position of the field with the given name.
	 * @param name the field name
	 * @return the position, from 0
	 * @throws IllegalArgumentException if no field or more than one field has the name
	 */
	public int fieldIndex(String name) {
		Integer index = this.indexes.get(name);
		if (index == null) {
			throw new IllegalArgumentException("No field '" + name + "'; the fields are " + fieldNames());
		}
		if (index == AMBIGUOUS) {
			throw new IllegalArgumentException(
					"The name '" + name + "' is ambiguous in " + fieldNames() + "; use the position of the field");
		}
		return index;
	}

	/**
	 * Returns the schema as a tree in Spark's format, one field a line.
	 * @return the lines, each with a line terminator
	 */
	public String treeString() {
		return treeString(Integer.MAX_VALUE);
	}

	/**
	 * Returns the schema as a tree in Spark's format, down to a nesting level.
	 * @param maxDepth the maximum number of levels, at least 1
	 * @return the lines, each with a line terminator
	 */
	public String treeString(int maxDepth) {
		return new SchemaTree(maxDepth).print(this);
	}

	/**
	 * Returns the column definitions in SQL syntax, without metadata.
	 * @return definitions such as {@code a INT NOT NULL,b STRING}
	 */
	public String toDDL() {
		return this.fields.stream().map(StructField::toDDL).collect(Collectors.joining(","));
	}

	@Override
	public String typeName() {
		return "struct";
	}

	@Override
	public String simpleString() {
		return this.fields.stream()
			.map((field) -> field.name() + ":" + field.dataType().simpleString())
			.collect(Collectors.joining(",", "struct<", ">"));
	}

	@Override
	public String sql() {
		return this.fields.stream()
			.map((field) -> Identifiers.quoteIfNeeded(field.name()) + ": " + field.dataType().sql()
					+ (field.nullable() ? "" : " NOT NULL"))
			.collect(Collectors.joining(", ", "STRUCT<", ">"));
	}

	@Override
	public String json() {
		return this.fields.stream()
			.map(StructField::json)
			.collect(Collectors.joining(",", "{\"type\":\"struct\",\"fields\":[", "]}"));
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitStruct(this);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof StructType that && this.fields.equals(that.fields));
	}

	@Override
	public int hashCode() {
		return this.fields.hashCode();
	}

	@Override
	public String toString() {
		return simpleString();
	}

}
