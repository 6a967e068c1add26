package io.sparkex.internal.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * An executor with one thread per background query: a virtual thread if Java supports it,
 * otherwise a daemon thread.
 */
public final class QueryThreads implements Executor {

	public static final Executor EXECUTOR = new QueryThreads();

	private static final String NAME = "sparkex-query-";

	private final ThreadFactory threads = threads();

	private QueryThreads() {
	}

	private static ThreadFactory threads() {
		try {
			return virtualThreads();
		}
		catch (Throwable ex) {
			// Virtual threads require Java 21.
			return (task) -> {
				Thread thread = new Thread(task);
				thread.setName(NAME + thread.getId());
				thread.setDaemon(true);
				return thread;
			};
		}
	}

	private static ThreadFactory virtualThreads() throws Throwable {
		Class<?> builder = Class.forName("java.lang.Thread$Builder");
		Class<?> virtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
		MethodHandles.Lookup lookup = MethodHandles.publicLookup();
		Object named = lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class, long.class))
			.invoke(lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtual)).invoke(), NAME, 0L);
		MethodHandle factory = lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
		return (ThreadFactory) factory.invoke(named);
	}

	@Override
	public void execute(Runnable task) {
		this.threads.newThread(task).start();
	}

}
