package io.sparkex.boot.endpoint;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkPing;

/**
 * {@link Endpoint @Endpoint} that shows sessions and what they run, and interrupts it.
 *
 * @since 0.1.0
 */
@Endpoint(id = "sparkex")
public class SparkexEndpoint {

	/**
	 * Somebody waits for it.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Map<String, SparkSession> sessions;

	private final Map<String, SparkPing> pings = new TreeMap<>();

	private final Supplier<? extends Collection<SparkSession>> others;

	private final SparkOperations operations;

	/**
	 * An endpoint.
	 * @param sessions the sessions by the names of their beans
	 * @param others the sessions that are no beans, such as those of users
	 * @param operations what they run
	 */
	public SparkexEndpoint(Map<String, SparkSession> sessions, Supplier<? extends Collection<SparkSession>> others,
			SparkOperations operations) {
		this.sessions = new TreeMap<>(sessions);
		sessions.forEach((name, session) -> this.pings.put(name, new SparkPing(session, PATIENCE)));
		this.others = others;
		this.operations = operations;
	}

	/**
	 * Everything.
	 * @return sessions, and operations that are under way or have been lately
	 */
	@ReadOperation
	public SparkexDescriptor sparkex() {
		Map<String, Supplier<SessionDescriptor>> answers = new TreeMap<>();
		this.pings.forEach((name, ping) -> {
			Callable<SparkPing.Answer> answer = ping.send();
			answers.put(name, () -> describe(ping.session(), answer));
		});
		Map<String, SessionDescriptor> described = new TreeMap<>();
		answers.forEach((name, answer) -> described.put(name, answer.get()));
		return new SparkexDescriptor(described, this.operations.running(), this.operations.recent());
	}

	private static SessionDescriptor describe(SparkSession session, Callable<SparkPing.Answer> answer) {
		try {
			return new SessionDescriptor(session.sessionId(), answer.call().version(), null);
		}
		catch (Exception ex) {
			return new SessionDescriptor(session.sessionId(), null, ex.getClass().getSimpleName());
		}
	}

	/**
	 * An operation.
	 * @param operationId its id
	 * @return the operation, or {@code null} if it is not known, or is no more
	 */
	@ReadOperation
	public @Nullable SparkOperation operation(@Selector String operationId) {
		return this.operations.running()
			.stream()
			.filter((operation) -> operation.operationId().equals(operationId))
			.findFirst()
			.orElseGet(() -> recent(operationId));
	}

	private @Nullable SparkOperation recent(String operationId) {
		return this.operations.recent()
			.stream()
			.filter((operation) -> operation.operationId().equals(operationId))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Interrupts an operation that is under way.
	 * @param operationId its id
	 * @return the ids of what was interrupted, or {@code null} if it is not under way
	 * @throws InvalidEndpointRequestException if its session is not known
	 */
	@DeleteOperation
	public @Nullable InterruptedDescriptor interrupt(@Selector String operationId) {
		return this.operations.running()
			.stream()
			.filter((operation) -> operation.operationId().equals(operationId))
			.findFirst()
			.map((operation) -> session(operation.sessionId()).interruptOperation(operationId))
			.filter((interrupted) -> !interrupted.isEmpty())
			.map(InterruptedDescriptor::new)
			.orElse(null);
	}

	private SparkSession session(String sessionId) {
		return Stream.concat(this.sessions.values().stream(), this.others.get().stream())
			.filter((session) -> session.sessionId().equals(sessionId))
			.findFirst()
			.orElseThrow(() -> new InvalidEndpointRequestException("Unknown session " + sessionId,
					"The session of the operation is neither a bean nor made by the SparkSessionFactory"));
	}

	/**
	 * Everything.
	 *
	 * @param sessions the sessions by the names of their beans
	 * @param running what is under way, the oldest first
	 * @param recent what is over, the youngest first
	 */
	public record SparkexDescriptor(Map<String, SessionDescriptor> sessions, List<SparkOperation> running,
			List<SparkOperation> recent) {

	}

	/**
	 * A session.
	 *
	 * @param sessionId its id, a UUID
	 * @param version the version of the Spark that answers
	 * @param error why none does
	 */
	public record SessionDescriptor(String sessionId, @Nullable String version, @Nullable String error) {

	}

	/**
	 * What was interrupted.
	 *
	 * @param interrupted the ids of operations
	 */
	public record InterruptedDescriptor(List<String> interrupted) {

	}

}
