package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.Projection;
import io.sparkex.internal.proto.Drop;
import io.sparkex.internal.proto.Project;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.SubqueryAlias;
import io.sparkex.internal.proto.ToDF;
import io.sparkex.internal.proto.ToSchema;
import io.sparkex.internal.proto.WithColumns;
import io.sparkex.internal.proto.WithColumnsRenamed;

/**
 * Encoder of operators that change columns.
 */
final class ProjectionEncoder implements Projection.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	private final ExpressionEncoder expressions;

	ProjectionEncoder(RelationEncoder relations) {
		this.relations = relations;
		this.expressions = relations.expressions();
	}

	@Override
	public Relation.Builder visitProject(Projection.Project project) {
		return Relation.newBuilder()
			.setProject(Project.newBuilder()
				.setInput(this.relations.encoded(project.input()))
				.addAllExpressions(this.expressions.encodeAll(project.columns())));
	}

	@Override
	public Relation.Builder visitWithColumns(Projection.WithColumns withColumns) {
		WithColumns.Builder message = WithColumns.newBuilder().setInput(this.relations.encoded(withColumns.input()));
		withColumns.columns().forEach((column) -> message.addAliases(this.expressions.encodeAlias(column)));
		return Relation.newBuilder().setWithColumns(message);
	}

	@Override
	public Relation.Builder visitDrop(Projection.Drop drop) {
		return Relation.newBuilder()
			.setDrop(Drop.newBuilder()
				.setInput(this.relations.encoded(drop.input()))
				.addAllColumns(this.expressions.encodeAll(drop.columns()))
				.addAllColumnNames(drop.names()));
	}

	@Override
	public Relation.Builder visitSubqueryAlias(Projection.SubqueryAlias alias) {
		return Relation.newBuilder()
			.setSubqueryAlias(
					SubqueryAlias.newBuilder().setInput(this.relations.encoded(alias.input())).setAlias(alias.alias()));
	}

	@Override
	public Relation.Builder visitRename(Projection.Rename rename) {
		WithColumnsRenamed.Builder message = WithColumnsRenamed.newBuilder()
			.setInput(this.relations.encoded(rename.input()));
		rename.names()
			.forEach((oldName, newName) -> message
				.addRenames(WithColumnsRenamed.Rename.newBuilder().setColName(oldName).setNewColName(newName)));
		return Relation.newBuilder().setWithColumnsRenamed(message);
	}

	@Override
	public Relation.Builder visitToDf(Projection.ToDf toDf) {
		return Relation.newBuilder()
			.setToDf(ToDF.newBuilder().setInput(this.relations.encoded(toDf.input())).addAllColumnNames(toDf.names()));
	}

	@Override
	public Relation.Builder visitToSchema(Projection.ToSchema toSchema) {
		return Relation.newBuilder()
			.setToSchema(ToSchema.newBuilder()
				.setInput(this.relations.encoded(toSchema.input()))
				.setSchema(DataTypeCodec.encode(toSchema.schema())));
	}

}
