package io.sparkex.internal.plan;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.storage.StorageLevel;
import io.sparkex.types.DataType;

/**
 * What is done for its effect and not for its rows: a few commands and the family of
 * those that {@link Write write}.
 *
 * @since 0.1.0
 */
public sealed interface Command permits Command.RunSql, Command.CreateView, Command.Checkpoint, Command.ForgetRelation,
		Command.ExecuteExternal, Command.GetResources, Command.RegisterJavaFunction, Write {

	/**
	 * Calls the method of the visitor that fits the command.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Runs a statement at once; a query is only analyzed.
	 *
	 * @param input the statement
	 */
	record RunSql(Relation input) implements Command {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRunSql(this);
		}

	}

	/**
	 * Gives a query a name that SQL can use.
	 *
	 * @param input the query
	 * @param name the name as SQL writes it
	 * @param global whether other sessions see it too, in the database of global views
	 * @param replace whether it may take the place of another view
	 */
	record CreateView(Relation input, String name, boolean global, boolean replace) implements Command {

		public CreateView {
			Names.check("view", name);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCreateView(this);
		}

	}

	/**
	 * Computes a query and keeps its rows, so that what follows starts from them.
	 *
	 * @param input the query
	 * @param local whether the executors keep them, and not the reliable checkpoint
	 * folder
	 * @param eager whether to compute them at once
	 * @param storageLevel where the executors keep them, or {@code null} for the default
	 */
	record Checkpoint(Relation input, boolean local, boolean eager,
			@Nullable StorageLevel storageLevel) implements Command {

		public Checkpoint {
			if (storageLevel != null && !local) {
				throw new IllegalArgumentException("only a local checkpoint has a storage level");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCheckpoint(this);
		}

	}

	/**
	 * Lets a class of the server run a command in the language of another system.
	 *
	 * @param runner the class, which implements Spark's {@code ExternalCommandRunner}
	 * @param text the command
	 * @param options options of the runner
	 */
	record ExecuteExternal(String runner, String text, Map<String, String> options) implements Command {

		public ExecuteExternal {
			Names.check("runner", runner);
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitExecuteExternal(this);
		}

	}

	/**
	 * Lets the server forget a relation that it keeps.
	 *
	 * @param relationId the id the server gave it
	 */
	record ForgetRelation(String relationId) implements Command {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitForgetRelation(this);
		}

	}

	/**
	 * Asks which resources the driver has, such as GPUs.
	 */
	record GetResources() implements Command {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetResources(this);
		}

	}

	/**
	 * Gives a name to a function in Java, whose class the server has.
	 *
	 * @param name the name
	 * @param className the class, which implements one of Spark's interfaces for it
	 * @param returnType what it returns, or {@code null} if its class says it
	 * @param aggregate whether it is an aggregate
	 */
	record RegisterJavaFunction(String name, String className, @Nullable DataType returnType,
			boolean aggregate) implements Command {

		public RegisterJavaFunction {
			Names.check("function", name);
			Names.check("class", className);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRegisterJavaFunction(this);
		}

	}

	/**
	 * One method for each command or family.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitRunSql(RunSql command);

		R visitCreateView(CreateView command);

		R visitCheckpoint(Checkpoint command);

		R visitExecuteExternal(ExecuteExternal command);

		R visitForgetRelation(ForgetRelation command);

		R visitGetResources(GetResources command);

		R visitRegisterJavaFunction(RegisterJavaFunction command);

		R visitWrite(Write write);

	}

}
