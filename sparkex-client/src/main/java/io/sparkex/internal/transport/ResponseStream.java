package io.sparkex.internal.transport;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * The responses to one plan. A few responses are fetched ahead; then flow control applies
 * backpressure to the server until the reader continues. Lost connections neither drop
 * nor repeat a response. A stream that becomes unreachable before its end is closed.
 * <p>
 * One thread at a time may read; any thread may close.
 *
 * @since 0.1.0
 */
public final class ResponseStream implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ResponseStream.class);

	private static final Cleaner cleaner = Cleaner.create();

	private final PlanExecution execution;

	private final Cleaner.Cleanable cleanable;

	ResponseStream(PlanExecution execution) {
		this.execution = execution;
		this.cleanable = cleaner.register(this, () -> drop(execution));
	}

	private static void drop(PlanExecution execution) {
		if (execution.close()) {
			logger.warn("The results of the operation {} became unreachable before their end, which cancelled"
					+ " it. Read results completely or close them", execution.operationId());
		}
	}

	/**
	 * Returns the id of the operation on the server.
	 * @return a UUID
	 */
	public String operationId() {
		return this.execution.operationId();
	}

	/**
	 * Returns the next response and waits for it.
	 * @return the response, or {@code null} when the operation is complete
	 * @throws io.sparkex.errors.SparkException if the operation failed
	 * @throws OperationCancelledException if this thread was interrupted, the timeout of
	 * the operation is over, which also cancels it on the server, or the stream was
	 * closed
	 */
	public @Nullable ExecutePlanResponse next() {
		try {
			ExecutePlanResponse response = this.execution.next();
			if (response == null) {
				this.cleanable.clean();
			}
			return response;
		}
		finally {
			// A waiting reader may hold no other reference to this stream.
			Reference.reachabilityFence(this);
		}
	}

	/**
	 * Closes the stream and cancels the operation if it is still running.
	 */
	@Override
	public void close() {
		this.execution.close();
		this.cleanable.clean();
	}

}
