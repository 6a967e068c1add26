package io.sparkex.protocol;

import io.sparkex.plan.Command.CreateView;
import io.sparkex.plan.Command.RunSql;
import io.sparkex.plan.Write;
import io.sparkex.proto.Command;
import io.sparkex.proto.CreateDataFrameViewCommand;
import io.sparkex.proto.SqlCommand;

/**
 * Encodes the commands.
 */
final class CommandEncoder implements io.sparkex.plan.Command.Visitor<Command> {

	private final RelationEncoder relations = new RelationEncoder();

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
	public Command visitWrite(Write write) {
		return write.accept(new WriteEncoder(this.relations));
	}

}
