package io.sparkex;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Query that takes half a minute unless it is stopped, in one task, which occupies one
 * core of the server. It does not take longer, because Spark may continue a job that is
 * interrupted while it is submitted, and such a job delays other tests.
 */
final class SlowQuery {

	private final DataFrame df;

	private final String startedProperty = "sparkex.test." + UUID.randomUUID();

	SlowQuery(SparkSession spark) {
		this.df = spark.range(0, 200, 1, 1)
			.selectExpr(
					"java_method('java.lang.System', 'setProperty', '" + this.startedProperty + "', 'x') AS started",
					"java_method('java.lang.Thread', 'sleep', 150L) AS slept")
			.filter("started IS NULL OR slept IS NOT NULL");
	}

	/**
	 * Returns the query with the string columns {@code started} and {@code slept}.
	 */
	DataFrame df() {
		return this.df;
	}

	/**
	 * Waits until the task runs.
	 */
	void awaitTask() {
		try (SparkSession other = TestServer.session()) {
			DataFrame started = other.range(1)
				.selectExpr("java_method('java.lang.System', 'getProperty', '" + this.startedProperty + "')");
			while (started.as(String.class).single() == null) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			}
		}
	}

}
