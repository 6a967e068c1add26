package io.sparkex.types;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.json.JsonWriter;

/**
 * A user-defined type (UDT), defined by a JVM or Python class on top of another type.
 *
 * @param jvmClass the JVM class on the server, or {@code null}
 * @param pythonClass the Python class, or {@code null}
 * @param serializedPythonClass the serialized Python class, or {@code null}
 * @param sqlType the type in which values are stored
 * @since 0.1.0
 */
public record UserDefinedType(@Nullable String jvmClass, @Nullable String pythonClass,
		@Nullable String serializedPythonClass, DataType sqlType) implements DataType {

	@Override
	public String typeName() {
		return "udt";
	}

	@Override
	public String simpleString() {
		return "udt";
	}

	@Override
	public String sql() {
		return this.sqlType.sql();
	}

	@Override
	public String json() {
		StringBuilder out = new StringBuilder("{\"type\":\"udt\"");
		member(out, "class", this.jvmClass);
		member(out, "pyClass", this.pythonClass);
		member(out, "serializedClass", this.serializedPythonClass);
		return out.append(",\"sqlType\":").append(this.sqlType.json()).append('}').toString();
	}

	private static void member(StringBuilder out, String name, @Nullable String value) {
		if (value != null) {
			out.append(",\"").append(name).append("\":").append(JsonWriter.quote(value));
		}
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitUserDefined(this);
	}

	@Override
	public String toString() {
		return "udt of " + this.sqlType.simpleString();
	}

}
