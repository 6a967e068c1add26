package io.sparkex.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import org.jspecify.annotations.Nullable;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.connect.SparkChannelFactory;

/**
 * In-process Spark Connect server with stubbed responses that records its executions.
 * Tests of code that uses Spark run against it in milliseconds, without Spark.
 * <p>
 * Sessions are real sessions that use the protocol. The server does not compute anything:
 * a query returns the response that was stubbed for it. A query without a stub fails with
 * a message that shows how to stub it. Limits, offsets and counts are applied to stubbed
 * responses, so that {@code single()}, {@code first()}, {@code take(..)},
 * {@code limit(..)}, {@code count()} and {@code isEmpty()} work. Commands, such as writes
 * and the creation of temporary views, are accepted and recorded.
 * <p>
 * Requires {@code io.grpc:grpc-inprocess} on the class path. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FakeSpark implements AutoCloseable {

	private static final String URL = "sc://localhost";

	private final String name = InProcessServerBuilder.generateName();

	private final StubRegistry stubs = new StubRegistry();

	private final FakeService service = new FakeService(this.stubs);

	private final Server server;

	private final Lock lock = new ReentrantLock();

	private @Nullable SparkSession session;

	/**
	 * Starts a server without stubs.
	 */
	public FakeSpark() {
		try {
			this.server = InProcessServerBuilder.forName(this.name)
				.addService(this.service.definition())
				.build()
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the session of this server, always the same one.
	 * @return the session, which is closed with this server
	 */
	public SparkSession session() {
		this.lock.lock();
		try {
			if (this.session == null) {
				this.session = sessionBuilder().build();
			}
			return this.session;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Creates a builder for a session on this server.
	 * @return a builder with the URL and the channel factory; the caller has to close its
	 * sessions
	 */
	public SparkSessionBuilder sessionBuilder() {
		return SparkSession.builder().url(URL).channelFactory(channelFactory());
	}

	/**
	 * Returns a factory for channels to this server, regardless of the requested address.
	 * @return the factory
	 */
	public SparkChannelFactory channelFactory() {
		return (target, options) -> InProcessChannelBuilder.forName(this.name).build();
	}

	/**
	 * Stubs a SQL statement, regardless of its arguments.
	 * @param sql the statement; sequences of whitespace are treated as one space
	 * @return the stubbing that takes the response
	 */
	public FakeSparkStubbing whenSql(String sql) {
		return this.stubs.forSql(sql);
	}

	/**
	 * Stubs a table or view.
	 * @param name the name as in the code under test, case-insensitive
	 * @return the stubbing that takes the response
	 */
	public FakeSparkStubbing whenTable(String name) {
		return this.stubs.forTable(name);
	}

	/**
	 * Stubs any plan. A plan is tested without its outer limit, offset or count first,
	 * and then with it.
	 * @param plan tests the text of a plan, in the form of
	 * {@link io.sparkex.DataFrame#planString()}; the text of a command starts with its
	 * name
	 * @return the stubbing that takes the response
	 */
	public FakeSparkStubbing when(Predicate<String> plan) {
		return this.stubs.forText(plan);
	}

	/**
	 * Returns the recorded executions: queries when their rows were fetched, statements
	 * and commands when they were run.
	 * @return the executions in order, in an unmodifiable list
	 */
	public List<FakeExecution> executions() {
		return List.copyOf(this.service.executor().executions());
	}

	/**
	 * Returns the last recorded execution.
	 * @return the execution
	 * @throws NoSuchElementException if there is none
	 */
	public FakeExecution lastExecution() {
		List<FakeExecution> executions = executions();
		if (executions.isEmpty()) {
			throw new NoSuchElementException("No executions were recorded by this FakeSpark");
		}
		return executions.get(executions.size() - 1);
	}

	/**
	 * Removes all stubs and recorded executions, and interrupts stalled queries. Does not
	 * affect sessions.
	 */
	public void reset() {
		this.stubs.clear();
		this.service.executor().operations().endAll();
		this.service.executor().executions().clear();
	}

	/**
	 * Closes the session and stops the server. Further calls have no effect.
	 */
	@Override
	public void close() {
		this.service.executor().operations().endAll();
		this.lock.lock();
		try {
			if (this.session != null) {
				this.session.close();
			}
		}
		finally {
			this.lock.unlock();
		}
		this.server.shutdownNow();
	}

}
