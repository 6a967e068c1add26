package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.ShowOperator;
import io.sparkex.internal.proto.HtmlString;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.ShowString;

/**
 * Encoder of operators that format rows as text.
 */
final class ShowOperatorEncoder implements ShowOperator.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	ShowOperatorEncoder(RelationEncoder relations) {
		this.relations = relations;
	}

	@Override
	public Relation.Builder visitShowString(ShowOperator.ShowString showString) {
		return Relation.newBuilder()
			.setShowString(ShowString.newBuilder()
				.setInput(this.relations.encoded(showString.input()))
				.setNumRows(showString.rows())
				.setTruncate(showString.truncate())
				.setVertical(showString.vertical()));
	}

	@Override
	public Relation.Builder visitHtmlString(ShowOperator.HtmlString htmlString) {
		return Relation.newBuilder()
			.setHtmlString(HtmlString.newBuilder()
				.setInput(this.relations.encoded(htmlString.input()))
				.setNumRows(htmlString.rows())
				.setTruncate(htmlString.truncate()));
	}

}
