package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.NullHandling;
import io.sparkex.internal.proto.NADrop;
import io.sparkex.internal.proto.NAFill;
import io.sparkex.internal.proto.NAReplace;
import io.sparkex.internal.proto.Relation;

/**
 * Encoder of operators that fill, drop or replace values.
 */
final class NullHandlingEncoder implements NullHandling.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	NullHandlingEncoder(RelationEncoder relations) {
		this.relations = relations;
	}

	@Override
	public Relation.Builder visitFill(NullHandling.Fill fill) {
		return Relation.newBuilder()
			.setFillNa(NAFill.newBuilder()
				.setInput(this.relations.encoded(fill.input()))
				.addAllCols(fill.columns())
				.addAllValues(fill.values().stream().map(this.relations.expressions()::encodeLiteral).toList()));
	}

	@Override
	public Relation.Builder visitDropRows(NullHandling.DropRows drop) {
		NADrop.Builder message = NADrop.newBuilder()
			.setInput(this.relations.encoded(drop.input()))
			.addAllCols(drop.columns());
		if (drop.minNonNulls() != null) {
			message.setMinNonNulls(drop.minNonNulls());
		}
		return Relation.newBuilder().setDropNa(message);
	}

	@Override
	public Relation.Builder visitReplace(NullHandling.Replace replace) {
		NAReplace.Builder message = NAReplace.newBuilder()
			.setInput(this.relations.encoded(replace.input()))
			.addAllCols(replace.columns());
		replace.replacements()
			.forEach((oldValue,
					newValue) -> message.addReplacements(NAReplace.Replacement.newBuilder()
						.setOldValue(this.relations.expressions().encodeLiteral(oldValue))
						.setNewValue(this.relations.expressions().encodeLiteral(newValue))));
		return Relation.newBuilder().setReplace(message);
	}

}
