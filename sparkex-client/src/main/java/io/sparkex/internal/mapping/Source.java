package io.sparkex.internal.mapping;

import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.MapType;
import io.sparkex.types.StructField;
import io.sparkex.types.UserDefinedType;

/**
 * Where values come from.
 *
 * @param column the name of the column, with that of the part of it, for messages
 * @param type the type of the values
 */
record Source(String column, DataType type) {

	Source {
		// A user-defined type travels as the one below it.
		while (type instanceof UserDefinedType userDefined) {
			type = userDefined.sqlType();
		}
	}

	static Source of(StructField field) {
		return new Source(field.name(), field.dataType());
	}

	Source element(ArrayType array) {
		return new Source(this.column + ".element", array.elementType());
	}

	Source key(MapType map) {
		return new Source(this.column + ".key", map.keyType());
	}

	Source value(MapType map) {
		return new Source(this.column + ".value", map.valueType());
	}

	@Override
	public String toString() {
		return "The column '" + this.column + "' of type " + this.type.simpleString();
	}

}
