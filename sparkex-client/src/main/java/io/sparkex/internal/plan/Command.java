package io.sparkex.internal.plan;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.storage.StorageLevel;
import io.sparkex.types.DataType;

/**
 * Commands, which run for their side effects: single commands and {@linkplain Write
 * writes}.
 *
 * @since 0.1.0
 */
public sealed interface Command permits Command.RunSql, Command.CreateView, Command.Checkpoint, Command.ForgetRelation,
		Command.ExecuteExternal, Command.GetResources, Command.RegisterJavaFunction, Write {

	/**
	 * Calls the visitor method of this command.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Command that executes a SQL statement immediately. A query is only analyzed.
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
	 * Command that creates a temporary view of a query.
	 *
	 * @param input the query
	 * @param name the name in SQL syntax
	 * @param global {@code true} for a global temporary view, which other sessions see
	 * @param replace {@code true} to replace an existing view
	 */
	record CreateView(Relation input, String name, boolean global, boolean replace) implements Command {

		public CreateView {
			NameChecks.checkTemporaryView(name);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCreateView(this);
		}

	}

	/**
	 * Command that checkpoints a query: computes and stores its rows and truncates its
	 * lineage.
	 *
	 * @param input the query
	 * @param local {@code true} to store the rows on the executors instead of in the
	 * checkpoint directory
	 * @param eager {@code true} to compute the rows immediately
	 * @param storageLevel the storage level of a local checkpoint, or {@code null} for
	 * the default
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
	 * Command that executes a command of an external system through a class on the
	 * server.
	 *
	 * @param runner the class, which implements Spark's {@code ExternalCommandRunner}
	 * @param text the command
	 * @param options the options of the runner
	 */
	record ExecuteExternal(String runner, String text, Map<String, String> options) implements Command {

		public ExecuteExternal {
			NameChecks.check("runner", runner);
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitExecuteExternal(this);
		}

	}

	/**
	 * Command that removes a cached relation, such as a checkpoint, from the server.
	 *
	 * @param relationId the id that the server assigned
	 */
	record ForgetRelation(String relationId) implements Command {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitForgetRelation(this);
		}

	}

	/**
	 * Command that queries the resources of the driver, such as GPUs.
	 */
	record GetResources() implements Command {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetResources(this);
		}

	}

	/**
	 * Command that registers a Java function whose class is on the server.
	 *
	 * @param name the name of the function
	 * @param className the class, which implements one of Spark's function interfaces
	 * @param returnType the return type, or {@code null} to derive it from the class
	 * @param aggregate {@code true} for an aggregate function
	 */
	record RegisterJavaFunction(String name, String className, @Nullable DataType returnType,
			boolean aggregate) implements Command {

		public RegisterJavaFunction {
			NameChecks.check("function", name);
			NameChecks.check("class", className);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRegisterJavaFunction(this);
		}

	}

	/**
	 * Visitor with one method for each permitted command type.
	 *
	 * @param <R> the result type
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
