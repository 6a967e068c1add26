package io.sparkex.internal.transport;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * The responses to one plan, pulled: a few are fetched ahead, then the server is held
 * back until the reader goes on. None is lost and none comes twice, whatever becomes of
 * the connection. One that is dropped before its end is closed when the garbage collector
 * finds it.
 * <p>
 * To be read by one thread at a time; any thread may close it.
 *
 * @since 0.1.0
 */
public final class ResponseStream implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ResponseStream.class);

	private static final Cleaner cleaner = Cleaner.create();

	private final RunningPlan plan;

	private final Cleaner.Cleanable cleanable;

	ResponseStream(RunningPlan plan) {
		this.plan = plan;
		this.cleanable = cleaner.register(this, () -> drop(plan));
	}

	private static void drop(RunningPlan plan) {
		if (plan.close()) {
			logger.warn("The results of the operation {} were dropped before their end, which has stopped it. Read them"
					+ " to their end or close them", plan.operationId());
		}
	}

	/**
	 * The id of the operation on the server.
	 * @return a UUID
	 */
	public String operationId() {
		return this.plan.operationId();
	}

	/**
	 * The next response, waited for if need be.
	 * @return the response, or {@code null} when the operation is done
	 * @throws io.sparkex.errors.SparkException if the operation failed
	 * @throws OperationCancelledException if this thread was interrupted, or the time of
	 * the operation is over, which stops it on the server as well, or the stream was
	 * closed before its end
	 */
	public @Nullable ExecutePlanResponse next() {
		try {
			ExecutePlanResponse response = this.plan.next();
			if (response == null) {
				this.cleanable.clean();
			}
			return response;
		}
		finally {
			// Somebody may wait in here who needs nothing of this object any more.
			Reference.reachabilityFence(this);
		}
	}

	/**
	 * Ends the stream. If the operation is still running, it is stopped on the server.
	 */
	@Override
	public void close() {
		this.plan.close();
		this.cleanable.clean();
	}

}
