package io.sparkex.internal.mapping;

import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.MapType;
import io.sparkex.types.StructField;
import io.sparkex.types.UserDefinedType;

/**
 * Column, or nested part of a column, that values are read from.
 *
 * @param column the path of the column, for messages
 * @param type the type of the values
 */
record SourceColumn(String column, DataType type) {

	SourceColumn {
		// Values of a user-defined type are sent in its SQL type.
		while (type instanceof UserDefinedType userDefined) {
			type = userDefined.sqlType();
		}
	}

	static SourceColumn of(StructField field) {
		return new SourceColumn(field.name(), field.dataType());
	}

	SourceColumn element(ArrayType array) {
		return new SourceColumn(this.column + ".element", array.elementType());
	}

	SourceColumn key(MapType map) {
		return new SourceColumn(this.column + ".key", map.keyType());
	}

	SourceColumn value(MapType map) {
		return new SourceColumn(this.column + ".value", map.valueType());
	}

	@Override
	public String toString() {
		return "The column '" + this.column + "' of type " + this.type.simpleString();
	}

}
