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
 * A server in this JVM that answers as a test tells it to, and remembers what it was
 * asked: for tests of code that uses Spark, in milliseconds and without one.
 * <p>
 * Sessions are real ones that speak the protocol with it. It computes nothing: a query
 * gets the answer that was declared for it, and one without fails and says how to declare
 * one. Only what merely takes fewer rows of a query, or their count, is done here, so
 * that {@code single()}, {@code first()}, {@code take(..)}, {@code limit(..)},
 * {@code count()} and {@code isEmpty()} work on an answer. Commands, such as those that
 * write or create temporary views, are taken and recorded.
 * <p>
 * Needs {@code io.grpc:grpc-inprocess} on the class path. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FakeSpark implements AutoCloseable {

	private static final String URL = "sc://localhost";

	private final String name = InProcessServerBuilder.generateName();

	private final FakeRules rules = new FakeRules();

	private final FakeService service = new FakeService(this.rules);

	private final Server server;

	private final Lock lock = new ReentrantLock();

	private @Nullable SparkSession session;

	/**
	 * Starts a server that knows no answers.
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
	 * A session on this server, the same with each call.
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
	 * Starts to describe a session on this server.
	 * @return a builder that has the URL and the channel factory; sessions it makes are
	 * to be closed by the caller
	 */
	public SparkSessionBuilder sessionBuilder() {
		return SparkSession.builder().url(URL).channelFactory(channelFactory());
	}

	/**
	 * Opens channels to this server, whatever address is asked for.
	 * @return the factory
	 */
	public SparkChannelFactory channelFactory() {
		return (target, options) -> InProcessChannelBuilder.forName(this.name).build();
	}

	/**
	 * Begins the answer to a statement in SQL, whatever its arguments.
	 * @param sql the statement; line breaks and runs of blanks are the same as one blank
	 * @return what takes the answer
	 */
	public FakeAnswer whenSql(String sql) {
		return this.rules.forSql(sql);
	}

	/**
	 * Begins the answer to the reading of a table or view.
	 * @param name the name, as the code under test writes it, in any case
	 * @return what takes the answer
	 */
	public FakeAnswer whenTable(String name) {
		return this.rules.forTable(name);
	}

	/**
	 * Begins the answer to a plan of any kind. It is looked at without a limit, an offset
	 * or a count around it first, and only then with them.
	 * @param plan tells from the text of a plan, in the form of
	 * {@link io.sparkex.DataFrame#planString()}, whether it is meant; a command's text
	 * begins with the name of the command
	 * @return what takes the answer
	 */
	public FakeAnswer when(Predicate<String> plan) {
		return this.rules.forText(plan);
	}

	/**
	 * What was sent to run so far: queries when their rows were asked for, statements and
	 * commands when they were run.
	 * @return the executions in their order, in an unmodifiable list
	 */
	public List<FakeExecution> executions() {
		return List.copyOf(this.service.executor().executions());
	}

	/**
	 * What was sent to run last.
	 * @return the execution
	 * @throws NoSuchElementException if there was none
	 */
	public FakeExecution lastExecution() {
		List<FakeExecution> executions = executions();
		if (executions.isEmpty()) {
			throw new NoSuchElementException("Nothing was run on this FakeSpark");
		}
		return executions.get(executions.size() - 1);
	}

	/**
	 * Forgets all answers and executions, and interrupts what stalls. Sessions stay as
	 * they are.
	 */
	public void reset() {
		this.rules.clear();
		this.service.executor().operations().endAll();
		this.service.executor().executions().clear();
	}

	/**
	 * Closes the session and stops the server. Further calls do nothing.
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
