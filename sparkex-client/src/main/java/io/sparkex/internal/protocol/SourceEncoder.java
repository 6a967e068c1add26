package io.sparkex.internal.protocol;

import com.google.protobuf.InvalidProtocolBufferException;

import io.sparkex.internal.plan.Source;
import io.sparkex.internal.proto.CachedRemoteRelation;
import io.sparkex.internal.proto.Range;
import io.sparkex.internal.proto.Read;
import io.sparkex.internal.proto.Relation;
import io.sparkex.internal.proto.RelationChanges;
import io.sparkex.internal.proto.SQL;
import io.sparkex.internal.proto.SubqueryAlias;
import io.sparkex.internal.proto.UnresolvedTableValuedFunction;
import io.sparkex.internal.proto.WithRelations;

/**
 * Encoder of operators that produce rows.
 */
final class SourceEncoder implements Source.Visitor<Relation.Builder> {

	private final RelationEncoder relations;

	SourceEncoder(RelationEncoder relations) {
		this.relations = relations;
	}

	@Override
	public Relation.Builder visitRange(Source.Range range) {
		Range.Builder message = Range.newBuilder().setStart(range.start()).setEnd(range.end()).setStep(range.step());
		if (range.partitions() != null) {
			message.setNumPartitions(range.partitions());
		}
		return Relation.newBuilder().setRange(message);
	}

	@Override
	public Relation.Builder visitSql(Source.Sql sql) {
		SQL.Builder message = SQL.newBuilder().setQuery(sql.query());
		sql.named()
			.forEach((name, argument) -> message.putNamedArguments(name,
					this.relations.expressions().encodeArgument(argument)));
		sql.positional()
			.forEach((argument) -> message.addPosArguments(this.relations.expressions().encodeArgument(argument)));
		if (sql.views().isEmpty()) {
			return Relation.newBuilder().setSql(message);
		}
		WithRelations.Builder statement = WithRelations.newBuilder().setRoot(Relation.newBuilder().setSql(message));
		sql.views()
			.forEach((name, view) -> statement.addReferences(Relation.newBuilder()
				.setSubqueryAlias(SubqueryAlias.newBuilder().setAlias(name).setInput(this.relations.encoded(view)))));
		return Relation.newBuilder().setWithRelations(statement);
	}

	@Override
	public Relation.Builder visitNamedTable(Source.NamedTable table) {
		return Relation.newBuilder()
			.setRead(Read.newBuilder()
				.setNamedTable(Read.NamedTable.newBuilder()
					.setUnparsedIdentifier(table.identifier())
					.putAllOptions(table.options())));
	}

	@Override
	public Relation.Builder visitDataSource(Source.DataSource source) {
		Read.DataSource.Builder message = Read.DataSource.newBuilder()
			.putAllOptions(source.options())
			.addAllPaths(source.paths())
			.addAllPredicates(source.predicates());
		if (source.format() != null) {
			message.setFormat(source.format());
		}
		if (source.schema() != null) {
			message.setSchema(source.schema());
		}
		return Relation.newBuilder().setRead(Read.newBuilder().setDataSource(message));
	}

	@Override
	public Relation.Builder visitServerRelation(Source.ServerRelation relation) {
		try {
			return Relation.parseFrom(relation.encoded()).toBuilder();
		}
		catch (InvalidProtocolBufferException ex) {
			throw new IllegalStateException("The relation that the server sent cannot be parsed", ex);
		}
	}

	@Override
	public Relation.Builder visitLocalData(Source.LocalData data) {
		return Relation.newBuilder().setLocalRelation(LocalRelationEncoder.encode(data));
	}

	@Override
	public Relation.Builder visitCachedLocalData(Source.CachedLocalData data) {
		return LocalRelationEncoder.encode(data.rows());
	}

	@Override
	public Relation.Builder visitTableFunction(Source.TableFunction function) {
		if (function.name().equals("python_worker_logs")) {
			this.relations.features().require(new ServerFeature("The function python_worker_logs", "4.1.0"));
		}
		return Relation.newBuilder()
			.setUnresolvedTableValuedFunction(UnresolvedTableValuedFunction.newBuilder()
				.setFunctionName(function.name())
				.addAllArguments(this.relations.expressions().encodeAll(function.arguments())));
	}

	@Override
	public Relation.Builder visitCachedRelation(Source.CachedRelation relation) {
		return Relation.newBuilder()
			.setCachedRemoteRelation(CachedRemoteRelation.newBuilder().setRelationId(relation.relationId()));
	}

	@Override
	public Relation.Builder visitChanges(Source.Changes changes) {
		this.relations.features().require(ServerFeature.TABLE_CHANGES);
		return Relation.newBuilder()
			.setRelationChanges(RelationChanges.newBuilder()
				.setUnparsedIdentifier(changes.identifier())
				.putAllOptions(changes.options()));
	}

}
