package io.sparkex.protocol;

import io.sparkex.plan.Command.RunSql;
import io.sparkex.proto.Command;
import io.sparkex.proto.SqlCommand;

/**
 * Encodes the commands.
 */
final class CommandEncoder implements io.sparkex.plan.Command.Visitor<Command> {

	@Override
	public Command visitRunSql(RunSql command) {
		return Command.newBuilder()
			.setSqlCommand(SqlCommand.newBuilder().setInput(new RelationEncoder().encode(command.input())))
			.build();
	}

}
