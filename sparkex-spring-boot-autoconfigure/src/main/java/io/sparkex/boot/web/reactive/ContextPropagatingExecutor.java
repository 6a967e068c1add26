package io.sparkex.boot.web.reactive;

import java.util.concurrent.Executor;

import io.micrometer.context.ContextSnapshotFactory;
import org.springframework.util.ClassUtils;
import reactor.util.context.ContextView;

/**
 * Executor that propagates the context of a subscriber to the threads of an executor, so
 * that a query belongs to the observation and the trace of its request. Requires
 * Micrometer's context propagation.
 */
final class ContextPropagatingExecutor {

	private static final boolean PROPAGATES = ClassUtils.isPresent("io.micrometer.context.ContextSnapshotFactory",
			ContextPropagatingExecutor.class.getClassLoader());

	private ContextPropagatingExecutor() {
	}

	static Executor of(Executor executor, ContextView context) {
		return PROPAGATES ? Propagation.wrap(executor, context) : executor;
	}

	/**
	 * Separate class to avoid class loading without context propagation.
	 */
	private static final class Propagation {

		private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder().build();

		private static Executor wrap(Executor executor, ContextView context) {
			return SNAPSHOTS.captureFrom(context).wrapExecutor(executor);
		}

	}

}
