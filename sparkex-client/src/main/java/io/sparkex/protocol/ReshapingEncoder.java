package io.sparkex.protocol;

import io.sparkex.plan.Reshaping;
import io.sparkex.proto.Relation;
import io.sparkex.proto.Transpose;
import io.sparkex.proto.Unpivot;

/**
 * Encodes the relations that turn columns into rows or rows into columns.
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

}
