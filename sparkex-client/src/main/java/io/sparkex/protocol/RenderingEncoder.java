package io.sparkex.protocol;

import io.sparkex.plan.Rendering;
import io.sparkex.proto.HtmlString;
import io.sparkex.proto.Relation;
import io.sparkex.proto.ShowString;

/**
 * Encodes the relations that turn rows into text.
 */
final class RenderingEncoder implements Rendering.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	RenderingEncoder(RelationEncoder relations) {
		this.relations = relations;
	}

	@Override
	public Relation.Builder visitShowString(Rendering.ShowString showString) {
		return Relation.newBuilder()
			.setShowString(ShowString.newBuilder()
				.setInput(this.relations.encoded(showString.input()))
				.setNumRows(showString.rows())
				.setTruncate(showString.truncate())
				.setVertical(showString.vertical()));
	}

	@Override
	public Relation.Builder visitHtmlString(Rendering.HtmlString htmlString) {
		return Relation.newBuilder()
			.setHtmlString(HtmlString.newBuilder()
				.setInput(this.relations.encoded(htmlString.input()))
				.setNumRows(htmlString.rows())
				.setTruncate(htmlString.truncate()));
	}

}
