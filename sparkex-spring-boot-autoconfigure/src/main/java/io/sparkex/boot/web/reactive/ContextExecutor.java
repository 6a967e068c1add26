package io.sparkex.boot.web.reactive;

import java.util.concurrent.Executor;

import io.micrometer.context.ContextSnapshotFactory;
import org.springframework.util.ClassUtils;
import reactor.util.context.ContextView;

/**
 * Makes the context of a subscriber that of the thread which works for it, so that a
 * query belongs to the observation and the trace of its request. Needs Micrometer's
 * context propagation.
 */
final class ContextExecutor {

	private static final boolean PROPAGATES = ClassUtils.isPresent("io.micrometer.context.ContextSnapshotFactory",
			ContextExecutor.class.getClassLoader());

	private ContextExecutor() {
	}

	static Executor of(Executor executor, ContextView context) {
		return PROPAGATES ? Propagation.wrap(executor, context) : executor;
	}

	/**
	 * Loaded only where there is something to load.
	 */
	private static final class Propagation {

		private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder().build();

		private static Executor wrap(Executor executor, ContextView context) {
			return SNAPSHOTS.captureFrom(context).wrapExecutor(executor);
		}

	}

}
