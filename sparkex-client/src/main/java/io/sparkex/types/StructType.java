package io.sparkex.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A list of named fields: the type of a struct column, and the schema of a frame.
 * <p>
 * Names are compared as they are written. Two fields may bear the same name, as in the
 * result of a join; such a name cannot be used to look one of them up.
 *
 * @since 0.1.0
 */
public final class StructType implements DataType {

	private static final int AMBIGUOUS = -2;

	private final List<StructField> fields;

	private final Map<String, Integer> indexes;

	/**
	 * A struct without fields, to be grown with {@code add}.
	 */
	public StructType() {
		this(List.of());
	}

	/**
	 * A struct with these fields.
	 * @param fields the fields in their order
	 */
	public StructType(StructField... fields) {
		this(Arrays.asList(fields));
	}

	/**
	 * A struct with these fields.
	 * @param fields the fields in their order
	 */
	public StructType(List<StructField> fields) {
		this.fields = List.copyOf(fields);
		this.indexes = new HashMap<>();
		for (int i = 0; i < this.fields.size(); i++) {
			this.indexes.merge(this.fields.get(i).name(), i, (first, second) -> AMBIGUOUS);
		}
	}

	/**
	 * This struct with one more nullable field.
	 * @param name the name of the field
	 * @param dataType its type
	 * @return a new struct
	 */
	public StructType add(String name, DataType dataType) {
		return add(name, dataType, true);
	}

	/**
	 * This struct with one more field.
	 * @param name the name of the field
	 * @param dataType its type
	 * @param nullable whether it may be null
	 * @return a new struct
	 */
	public StructType add(String name, DataType dataType, boolean nullable) {
		return add(new StructField(name, dataType, nullable));
	}

	/**
	 * This struct with one more field.
	 * @param field the field
	 * @return a new struct
	 */
	public StructType add(StructField field) {
		List<StructField> more = new ArrayList<>(this.fields);
		more.add(field);
		return new StructType(more);
	}

	/**
	 * The fields in their order.
	 * @return an unmodifiable list
	 */
	public List<StructField> fields() {
		return this.fields;
	}

	/**
	 * The names of the fields in their order.
	 * @return an unmodifiable list
	 */
	public List<String> fieldNames() {
		return this.fields.stream().map(StructField::name).toList();
	}

	/**
	 * The count of fields.
	 * @return zero or more
	 */
	public int size() {
		return this.fields.size();
	}

	/**
	 * The field at a position.
	 * @param index the position, from 0
	 * @return the field
	 * @throws IndexOutOfBoundsException if there is no such position
	 */
	public StructField field(int index) {
		return this.fields.get(index);
	}

	/**
	 * Whether at least one field bears the name.
	 * @param name the name to look for
	 * @return {@code true} if there is one
	 */
	public boolean contains(String name) {
		return this.indexes.containsKey(name);
	}

	/**
	 * The position of the one field that bears the name.
	 * @param name the name to look for
	 * @return the position, from 0
	 * @throws IllegalArgumentException if no field bears the name, or more than one does
	 */
	public int fieldIndex(String name) {
		Integer index = this.indexes.get(name);
		if (index == null) {
			throw new IllegalArgumentException("No field '" + name + "'; there are " + fieldNames());
		}
		if (index == AMBIGUOUS) {
			throw new IllegalArgumentException(
					"The name '" + name + "' is ambiguous in " + fieldNames() + "; use the position of the field");
		}
		return index;
	}

	/**
	 * The schema as Spark prints it: a tree with one line a field.
	 * @return lines, each with its end
	 */
	public String treeString() {
		return treeString(Integer.MAX_VALUE);
	}

	/**
	 * The schema as Spark prints it, down to a depth.
	 * @param maxDepth how many levels of fields to show, at least 1
	 * @return lines, each with its end
	 */
	public String treeString(int maxDepth) {
		return new SchemaTree(maxDepth).print(this);
	}

	/**
	 * The column definitions as Spark SQL parses them. Metadata has no place in them.
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
