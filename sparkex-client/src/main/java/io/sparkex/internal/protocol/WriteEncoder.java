package io.sparkex.internal.protocol;

import java.util.List;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.plan.Layout;
import io.sparkex.internal.plan.MergeAction;
import io.sparkex.internal.plan.SaveTarget;
import io.sparkex.internal.plan.TableDefinition;
import io.sparkex.internal.plan.Write;
import io.sparkex.internal.proto.Command;
import io.sparkex.internal.proto.Expression;
import io.sparkex.internal.proto.MergeIntoTableCommand;
import io.sparkex.internal.proto.WriteOperation;
import io.sparkex.internal.proto.WriteOperation.SaveTable.TableSaveMethod;
import io.sparkex.internal.proto.WriteOperationV2;

/**
 * Encoder of commands that write rows.
 */
final class WriteEncoder implements Write.Visitor<Command> {

	private final RelationEncoder relations;

	private final SubqueryEncoder subqueries;

	private final ExpressionEncoder expressions;

	WriteEncoder(RelationEncoder relations) {
		this.relations = relations;
		this.subqueries = new SubqueryEncoder(relations);
		this.expressions = new ExpressionEncoder(this.subqueries, relations.features());
	}

	/**
	 * Rejects subqueries. Their relations are sent with the relation that contains them,
	 * but a command is not a relation.
	 */
	private void checkNoSubqueries() {
		if (this.subqueries.hasReferences()) {
			throw new InvalidPlanException(
					"A condition or value of a write cannot contain a subquery; join the two DataFrames instead");
		}
	}

	@Override
	public Command visitSave(Write.Save save) {
		if (save.schemaEvolution()) {
			this.relations.features().require(ServerFeature.SCHEMA_EVOLUTION);
		}
		WriteOperation.Builder message = WriteOperation.newBuilder()
			.setInput(this.relations.encode(save.input()))
			.setMode(saveMode(save.mode()))
			.addAllPartitioningColumns(save.layout().partitioning())
			.addAllClusteringColumns(save.layout().clustering())
			.putAllOptions(save.options())
			.setWithSchemaEvolution(save.schemaEvolution());
		if (save.format() != null) {
			message.setSource(save.format());
		}
		if (save.target() != null) {
			setTarget(message, save.target());
		}
		Layout.Buckets buckets = save.layout().buckets();
		if (buckets != null) {
			message.addAllSortColumnNames(buckets.sorting())
				.setBucketBy(WriteOperation.BucketBy.newBuilder()
					.setNumBuckets(buckets.count())
					.addAllBucketColumnNames(buckets.columns()));
		}
		return Command.newBuilder().setWriteOperation(message).build();
	}

	private static void setTarget(WriteOperation.Builder message, SaveTarget target) {
		switch (target.kind()) {
			case PATH -> message.setPath(target.name());
			case TABLE -> message.setTable(table(target.name(), TableSaveMethod.TABLE_SAVE_METHOD_SAVE_AS_TABLE));
			case EXISTING_TABLE ->
				message.setTable(table(target.name(), TableSaveMethod.TABLE_SAVE_METHOD_INSERT_INTO));
		}
	}

	private static WriteOperation.SaveTable table(String name, TableSaveMethod method) {
		return WriteOperation.SaveTable.newBuilder().setTableName(name).setSaveMethod(method).build();
	}

	private static WriteOperation.SaveMode saveMode(Write.Save.Mode mode) {
		return switch (mode) {
			case APPEND -> WriteOperation.SaveMode.SAVE_MODE_APPEND;
			case OVERWRITE -> WriteOperation.SaveMode.SAVE_MODE_OVERWRITE;
			case ERROR_IF_EXISTS -> WriteOperation.SaveMode.SAVE_MODE_ERROR_IF_EXISTS;
			case IGNORE -> WriteOperation.SaveMode.SAVE_MODE_IGNORE;
		};
	}

	@Override
	public Command visitToTable(Write.ToTable write) {
		if (write.schemaEvolution()) {
			this.relations.features().require(ServerFeature.SCHEMA_EVOLUTION);
		}
		TableDefinition definition = write.definition();
		WriteOperationV2.Builder message = WriteOperationV2.newBuilder()
			.setInput(this.relations.encode(write.input()))
			.setTableName(write.table())
			.setMode(tableMode(write.mode()))
			.addAllPartitioningColumns(this.expressions.encodeAll(definition.partitioning()))
			.addAllClusteringColumns(definition.clustering())
			.putAllTableProperties(definition.properties())
			.putAllOptions(write.options())
			.setWithSchemaEvolution(write.schemaEvolution());
		if (definition.provider() != null) {
			message.setProvider(definition.provider());
		}
		if (write.condition() != null) {
			message.setOverwriteCondition(this.expressions.encode(write.condition()));
		}
		checkNoSubqueries();
		return Command.newBuilder().setWriteOperationV2(message).build();
	}

	private static WriteOperationV2.Mode tableMode(Write.ToTable.Mode mode) {
		return switch (mode) {
			case CREATE -> WriteOperationV2.Mode.MODE_CREATE;
			case REPLACE -> WriteOperationV2.Mode.MODE_REPLACE;
			case CREATE_OR_REPLACE -> WriteOperationV2.Mode.MODE_CREATE_OR_REPLACE;
			case APPEND -> WriteOperationV2.Mode.MODE_APPEND;
			case OVERWRITE -> WriteOperationV2.Mode.MODE_OVERWRITE;
			case OVERWRITE_PARTITIONS -> WriteOperationV2.Mode.MODE_OVERWRITE_PARTITIONS;
		};
	}

	@Override
	public Command visitMerge(Write.Merge merge) {
		MergeIntoTableCommand.Builder message = MergeIntoTableCommand.newBuilder()
			.setTargetTableName(merge.table())
			.setSourceTablePlan(this.relations.encode(merge.input()))
			.setMergeCondition(this.expressions.encode(merge.condition()))
			.addAllMatchActions(actions(merge.matched()))
			.addAllNotMatchedActions(actions(merge.notMatched()))
			.addAllNotMatchedBySourceActions(actions(merge.notMatchedBySource()))
			.setWithSchemaEvolution(merge.schemaEvolution());
		checkNoSubqueries();
		return Command.newBuilder().setMergeIntoTableCommand(message).build();
	}

	private List<Expression> actions(List<MergeAction> actions) {
		return actions.stream().map(this::action).toList();
	}

	private Expression action(MergeAction action) {
		io.sparkex.internal.proto.MergeAction.Builder message = io.sparkex.internal.proto.MergeAction.newBuilder()
			.setActionType(actionType(action.type()));
		if (action.condition() != null) {
			message.setCondition(this.expressions.encode(action.condition()));
		}
		for (MergeAction.Assignment assignment : action.assignments()) {
			message.addAssignments(io.sparkex.internal.proto.MergeAction.Assignment.newBuilder()
				.setKey(this.expressions.encode(assignment.column()))
				.setValue(this.expressions.encode(assignment.value())));
		}
		return Expression.newBuilder().setMergeAction(message).build();
	}

	private static io.sparkex.internal.proto.MergeAction.ActionType actionType(MergeAction.Type type) {
		return switch (type) {
			case DELETE -> io.sparkex.internal.proto.MergeAction.ActionType.ACTION_TYPE_DELETE;
			case INSERT -> io.sparkex.internal.proto.MergeAction.ActionType.ACTION_TYPE_INSERT;
			case INSERT_ALL -> io.sparkex.internal.proto.MergeAction.ActionType.ACTION_TYPE_INSERT_STAR;
			case UPDATE -> io.sparkex.internal.proto.MergeAction.ActionType.ACTION_TYPE_UPDATE;
			case UPDATE_ALL -> io.sparkex.internal.proto.MergeAction.ActionType.ACTION_TYPE_UPDATE_STAR;
		};
	}

}
