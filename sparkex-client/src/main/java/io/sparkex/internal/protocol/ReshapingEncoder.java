package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.Reshaping;
import io.sparkex.internal.plan.TextFormat;
import io.sparkex.internal.proto.Parse;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.Transpose;
import io.sparkex.internal.proto.Unpivot;

/**
 * Encoder of operators that turn columns into rows, rows into columns, or text into
 * columns.
 */
final class ReshapingEncoder implements Reshaping.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	private final ExpressionEncoder expressions;

	ReshapingEncoder(RelationEncoder relations) {
		this.relations = relations;
		this.expressions = relations.expressions();
	}

	@Override
	public Relation.Builder visitUnpivot(Reshaping.Unpivot unpivot) {
		Unpivot.Builder message = Unpivot.newBuilder()
			.setInput(this.relations.encoded(unpivot.input()))
			.addAllIds(this.expressions.encodeAll(unpivot.ids()))
			.setVariableColumnName(unpivot.variableColumn())
			.setValueColumnName(unpivot.valueColumn());
		if (unpivot.values() != null) {
			message.setValues(Unpivot.Values.newBuilder().addAllValues(this.expressions.encodeAll(unpivot.values())));
		}
		return Relation.newBuilder().setUnpivot(message);
	}

	@Override
	public Relation.Builder visitTranspose(Reshaping.Transpose transpose) {
		return Relation.newBuilder()
			.setTranspose(Transpose.newBuilder()
				.setInput(this.relations.encoded(transpose.input()))
				.addAllIndexColumns(this.expressions.encodeAll(transpose.indexColumns())));
	}

	@Override
	public Relation.Builder visitParse(Reshaping.Parse parse) {
		Parse.Builder message = Parse.newBuilder()
			.setInput(this.relations.encoded(parse.input()))
			.setFormat(format(parse.format()))
			.putAllOptions(parse.options());
		if (parse.schema() != null) {
			message.setSchema(DataTypeCodec.encode(parse.schema()));
		}
		return Relation.newBuilder().setParse(message);
	}

	private Parse.ParseFormat format(TextFormat format) {
		return switch (format) {
			case CSV -> Parse.ParseFormat.PARSE_FORMAT_CSV;
			case JSON -> Parse.ParseFormat.PARSE_FORMAT_JSON;
			case XML -> {
				this.relations.features().require(ServerFeature.PARSE_XML);
				yield Parse.ParseFormat.PARSE_FORMAT_XML;
			}
		};
	}

}
