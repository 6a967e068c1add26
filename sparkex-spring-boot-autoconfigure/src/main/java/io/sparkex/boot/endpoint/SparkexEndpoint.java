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
import io.sparkex.boot.SparkVersionProbe;

/**
 * {@link Endpoint @Endpoint} to show sessions and their operations, and to interrupt
 * operations.
 *
 * @since 0.1.0
 */
@Endpoint(id = "sparkex")
public class SparkexEndpoint {

	/**
	 * The timeout of a version request. It is short, since a caller waits for the
	 * response.
	 */
	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final Map<String, SparkSession> sessions;

	private final Map<String, SparkVersionProbe> probes = new TreeMap<>();

	private final Supplier<? extends Collection<SparkSession>> otherSessions;

	private final SparkOperations operations;

	/**
	 * Creates an endpoint.
	 * @param sessions the session beans by name
	 * @param otherSessions supplies the sessions that are not beans, such as those of
	 * users
	 * @param operations the operations of the sessions
	 */
	public SparkexEndpoint(Map<String, SparkSession> sessions,
			Supplier<? extends Collection<SparkSession>> otherSessions, SparkOperations operations) {
		this.sessions = new TreeMap<>(sessions);
		sessions.forEach((name, session) -> this.probes.put(name, new SparkVersionProbe(session, TIMEOUT)));
		this.otherSessions = otherSessions;
		this.operations = operations;
	}

	/**
	 * Returns all sessions and operations.
	 * @return the sessions, running operations and recent operations
	 */
	@ReadOperation
	public SparkexDescriptor sparkex() {
		Map<String, Supplier<SessionDescriptor>> pending = new TreeMap<>();
		this.probes.forEach((name, probe) -> {
			Callable<SparkVersionProbe.Result> result = probe.start();
			pending.put(name, () -> describe(probe.session(), result));
		});
		Map<String, SessionDescriptor> descriptors = new TreeMap<>();
		pending.forEach((name, descriptor) -> descriptors.put(name, descriptor.get()));
		return new SparkexDescriptor(descriptors, this.operations.running(), this.operations.recent());
	}

	private static SessionDescriptor describe(SparkSession session, Callable<SparkVersionProbe.Result> result) {
		try {
			return new SessionDescriptor(session.sessionId(), result.call().version(), null);
		}
		catch (Exception ex) {
			return new SessionDescriptor(session.sessionId(), null, ex.getClass().getSimpleName());
		}
	}

	/**
	 * Returns a running or recent operation.
	 * @param operationId the ID of the operation
	 * @return the operation, or {@code null} if it is unknown
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
	 * Interrupts a running operation.
	 * @param operationId the ID of the operation
	 * @return the IDs of the interrupted operations, or {@code null} if the operation is
	 * not running
	 * @throws InvalidEndpointRequestException if its session is unknown
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
		return Stream.concat(this.sessions.values().stream(), this.otherSessions.get().stream())
			.filter((session) -> session.sessionId().equals(sessionId))
			.findFirst()
			.orElseThrow(() -> new InvalidEndpointRequestException("Unknown session " + sessionId,
					"The session of the operation is neither a bean nor created by the SparkSessionFactory"));
	}

	/**
	 * Description of all sessions and operations.
	 *
	 * @param sessions the session beans by name
	 * @param running the running operations, oldest first
	 * @param recent the completed operations, newest first
	 */
	public record SparkexDescriptor(Map<String, SessionDescriptor> sessions, List<SparkOperation> running,
			List<SparkOperation> recent) {

	}

	/**
	 * Description of a session.
	 *
	 * @param sessionId the ID of the session, a UUID
	 * @param version the Spark version of the server
	 * @param error the name of the exception if the server does not respond
	 */
	public record SessionDescriptor(String sessionId, @Nullable String version, @Nullable String error) {

	}

	/**
	 * Description of interrupted operations.
	 *
	 * @param interrupted the IDs of the operations
	 */
	public record InterruptedDescriptor(List<String> interrupted) {

	}

}
