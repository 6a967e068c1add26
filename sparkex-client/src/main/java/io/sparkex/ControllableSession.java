package io.sparkex;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.OperationState;
import io.sparkex.execution.ProgressHandler;
import io.sparkex.protocol.ServerFeature;
import io.sparkex.transport.ArtifactUploader;
import io.sparkex.transport.SparkConnectClient;

/**
 * Watches and stops what runs in a session. Public only through {@link SparkSession}.
 */
abstract sealed class ControllableSession extends ArtifactSession permits SparkSession {

	abstract SparkConnectClient client();

	@Override
	ArtifactUploader artifacts() {
		return client().artifacts();
	}

	/**
	 * The version of Spark on the server. Asked once.
	 * @return a version such as {@code 4.1.2}
	 */
	public abstract String version();

	/**
	 * Adds a tag that operations of this session bear which begin from now on, whichever
	 * thread begins them.
	 * @param tag the tag
	 * @throws IllegalArgumentException if it is empty or has a comma
	 */
	public void addTag(String tag) {
		client().tags().add(tag);
	}

	/**
	 * Removes a tag, if it is there.
	 * @param tag the tag
	 * @throws IllegalArgumentException if it is empty or has a comma
	 */
	public void removeTag(String tag) {
		client().tags().remove(tag);
	}

	/**
	 * The tags that operations bear which begin now.
	 * @return a copy
	 */
	public Set<String> getTags() {
		return client().tags().get();
	}

	/**
	 * Removes all tags.
	 */
	public void clearTags() {
		client().tags().clear();
	}

	/**
	 * Interrupts all operations of this session, in whatever thread. They end with an
	 * {@link io.sparkex.errors.OperationCancelledException} there.
	 * @return the ids of those that were interrupted
	 */
	public List<String> interruptAll() {
		return client().control().interruptAll();
	}

	/**
	 * Interrupts the operations of this session that bear a tag.
	 * @param tag the tag
	 * @return the ids of those that were interrupted
	 * @throws IllegalArgumentException if the tag is empty or has a comma
	 */
	public List<String> interruptTag(String tag) {
		return client().control().interruptTag(tag);
	}

	/**
	 * Interrupts an operation of this session.
	 * @param operationId its id
	 * @return the id if it was interrupted, nothing if it does not run any more
	 */
	public List<String> interruptOperation(String operationId) {
		return client().control().interruptOperation(operationId);
	}

	/**
	 * What the operations of this session are doing, those included that are done but
	 * that the server has not forgotten yet. Needs Spark 4.2 on the server.
	 * @return the states by the ids of the operations
	 */
	public Map<String, OperationState> operationStates() {
		return operationStates(List.of());
	}

	/**
	 * What some operations of this session are doing. Needs Spark 4.2 on the server.
	 * @param operationIds the operations, all if there are none
	 * @return the states by the ids of the operations
	 */
	public Map<String, OperationState> operationStates(Collection<String> operationIds) {
		ServerFeature.OPERATION_STATES.require(version());
		return client().control().operationStates(operationIds);
	}

	/**
	 * Has a listener hear of all queries and commands of this session that begin from now
	 * on.
	 * @param listener the listener
	 */
	public void addExecutionListener(ExecutionListener listener) {
		client().listeners().add(listener);
	}

	/**
	 * Has a listener hear of nothing that begins from now on.
	 * @param listener the listener
	 */
	public void removeExecutionListener(ExecutionListener listener) {
		client().listeners().remove(listener);
	}

	/**
	 * Has a handler hear how far the queries and commands of this session are that begin
	 * from now on. Servers report it every two seconds.
	 * @param handler the handler
	 */
	public void registerProgressHandler(ProgressHandler handler) {
		client().listeners().add(new ProgressListener(handler));
	}

	/**
	 * Has a handler hear of nothing that begins from now on.
	 * @param handler the handler
	 */
	public void removeProgressHandler(ProgressHandler handler) {
		client().listeners().remove(new ProgressListener(handler));
	}

	/**
	 * Has no handler hear of what begins from now on.
	 */
	public void clearProgressHandlers() {
		client().listeners().removeIf((listener) -> listener instanceof ProgressListener);
	}

}
