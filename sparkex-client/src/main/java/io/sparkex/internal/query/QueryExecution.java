package io.sparkex.internal.query;

import io.sparkex.internal.plan.Command;
import io.sparkex.internal.plan.Operator;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.transport.ExecutionOptions;

/**
 * A query with everything that its execution needs. Immutable and thread-safe.
 *
 * @param runner runs the plans of the session
 * @param relation the plan
 * @param options the tags, timeout and listeners of the execution
 * @param limits the maximum size of the result
 * @since 0.1.0
 */
public record QueryExecution(QueryRunner runner, Relation relation, ExecutionOptions options, ResultLimits limits) {

	/**
	 * Returns a query of another plan with the same options and limits.
	 * @param operator the root of the other plan
	 * @return a new query
	 */
	public QueryExecution with(Operator operator) {
		return new QueryExecution(this.runner, this.runner.relation(operator), this.options, this.limits);
	}

	/**
	 * Returns this query with other options.
	 * @param other the options
	 * @return a new query
	 */
	public QueryExecution with(ExecutionOptions other) {
		return new QueryExecution(this.runner, this.relation, other, this.limits);
	}

	/**
	 * Returns this query with other limits.
	 * @param other the limits
	 * @return a new query
	 */
	public QueryExecution with(ResultLimits other) {
		return new QueryExecution(this.runner, this.relation, this.options, other);
	}

	/**
	 * Starts the execution and returns the received Arrow streams.
	 * @return the streams, to be closed by the caller
	 */
	public EncodedBatches executeEncoded() {
		return this.runner.execute(this.relation, this.options, this.limits);
	}

	/**
	 * Starts the execution and returns the decoded batches.
	 * @return the batches, to be closed by the caller
	 */
	public BatchStream execute() {
		return new BatchStream(executeEncoded(), this.runner.structs());
	}

	/**
	 * Returns the requests that analyze the plan.
	 * @return the requests
	 */
	public QueryAnalysis analysis() {
		return new QueryAnalysis(this.runner, this.relation);
	}

	/**
	 * Runs a command with the options of this query and waits until it is complete.
	 * @param command the command
	 */
	public void run(Command command) {
		this.runner.run(command, this.options);
	}

	/**
	 * Runs a checkpoint of this query.
	 * @param command the command
	 * @return the checkpointed relation
	 */
	public Source checkpoint(Command.Checkpoint command) {
		return this.runner.checkpoint(command, this.options);
	}

}
