package io.sparkex.internal.protocol;

import io.sparkex.internal.plan.Command.Checkpoint;
import io.sparkex.internal.plan.Command.CreateView;
import io.sparkex.internal.plan.Command.ExecuteExternal;
import io.sparkex.internal.plan.Command.ForgetRelation;
import io.sparkex.internal.plan.Command.GetResources;
import io.sparkex.internal.plan.Command.RegisterJavaFunction;
import io.sparkex.internal.plan.Command.RunSql;
import io.sparkex.internal.plan.Write;
import io.sparkex.internal.proto.CachedRemoteRelation;
import io.sparkex.internal.proto.CheckpointCommand;
import io.sparkex.internal.proto.Command;
import io.sparkex.internal.proto.CommonInlineUserDefinedFunction;
import io.sparkex.internal.proto.CreateDataFrameViewCommand;
import io.sparkex.internal.proto.ExecuteExternalCommand;
import io.sparkex.internal.proto.GetResourcesCommand;
import io.sparkex.internal.proto.JavaUDF;
import io.sparkex.internal.proto.RemoveCachedRemoteRelationCommand;
import io.sparkex.internal.proto.SqlCommand;

/**
 * Encoder of commands.
 */
final class CommandEncoder implements io.sparkex.internal.plan.Command.Visitor<Command> {

	private final RelationEncoder relations;

	CommandEncoder(RelationEncoder relations) {
		this.relations = relations;
	}

	@Override
	public Command visitRunSql(RunSql command) {
		return Command.newBuilder()
			.setSqlCommand(SqlCommand.newBuilder().setInput(this.relations.encode(command.input())))
			.build();
	}

	@Override
	public Command visitCreateView(CreateView command) {
		return Command.newBuilder()
			.setCreateDataframeView(CreateDataFrameViewCommand.newBuilder()
				.setInput(this.relations.encode(command.input()))
				.setName(command.name())
				.setIsGlobal(command.global())
				.setReplace(command.replace()))
			.build();
	}

	@Override
	public Command visitCheckpoint(Checkpoint command) {
		CheckpointCommand.Builder message = CheckpointCommand.newBuilder()
			.setRelation(this.relations.encode(command.input()))
			.setLocal(command.local())
			.setEager(command.eager());
		if (command.storageLevel() != null) {
			message.setStorageLevel(StorageLevelCodec.encode(command.storageLevel()));
		}
		return Command.newBuilder().setCheckpointCommand(message).build();
	}

	@Override
	public Command visitExecuteExternal(ExecuteExternal command) {
		return Command.newBuilder()
			.setExecuteExternalCommand(ExecuteExternalCommand.newBuilder()
				.setRunner(command.runner())
				.setCommand(command.text())
				.putAllOptions(command.options()))
			.build();
	}

	@Override
	public Command visitForgetRelation(ForgetRelation command) {
		return Command.newBuilder()
			.setRemoveCachedRemoteRelationCommand(RemoveCachedRemoteRelationCommand.newBuilder()
				.setRelation(CachedRemoteRelation.newBuilder().setRelationId(command.relationId())))
			.build();
	}

	@Override
	public Command visitGetResources(GetResources command) {
		return Command.newBuilder().setGetResourcesCommand(GetResourcesCommand.getDefaultInstance()).build();
	}

	@Override
	public Command visitRegisterJavaFunction(RegisterJavaFunction command) {
		JavaUDF.Builder function = JavaUDF.newBuilder()
			.setClassName(command.className())
			.setAggregate(command.aggregate());
		if (command.returnType() != null) {
			function.setOutputType(DataTypeCodec.encode(command.returnType()));
		}
		return Command.newBuilder()
			.setRegisterFunction(CommonInlineUserDefinedFunction.newBuilder()
				.setFunctionName(command.name())
				.setDeterministic(true)
				.setJavaUdf(function))
			.build();
	}

	@Override
	public Command visitWrite(Write write) {
		return write.accept(new WriteEncoder(this.relations));
	}

}
