package io.sparkex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The benchmarks of {@link PlanBenchmark} for the official client. It creates the
 * messages while a DataFrame is built, so that only building and encoding together are
 * comparable.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OfficialPlanBenchmark {

	private final OfficialClient client = new OfficialClient();

	private final Object wide = wideSelect();

	private final Object chain = withColumnChain();

	/**
	 * Closes the client.
	 * @throws IOException if it fails
	 */
	@TearDown
	public void close() throws IOException {
		this.client.close();
	}

	private Object wideSelect() {
		List<Object> columns = new ArrayList<>();
		for (int i = 0; i < PlanBenchmark.WIDTH; i++) {
			columns.add(this.client.as(this.client.idPlus(i), "c" + i));
		}
		return this.client.select(this.client.range(1), columns);
	}

	private Object withColumnChain() {
		Object frame = this.client.range(1);
		for (int i = 0; i < PlanBenchmark.LENGTH; i++) {
			frame = this.client.withColumn(frame, "c" + i, this.client.idPlus(i));
		}
		return frame;
	}

	/**
	 * Builds a select of 1,000 columns.
	 * @return the DataFrame
	 */
	@Benchmark
	public Object buildWideSelect() {
		return wideSelect();
	}

	/**
	 * Encodes a select of 1,000 columns.
	 * @return the bytes
	 */
	@Benchmark
	public byte[] encodeWideSelect() {
		return this.client.encode(this.wide);
	}

	/**
	 * Builds a chain of 100 calls of {@code withColumn}.
	 * @return the DataFrame
	 */
	@Benchmark
	public Object buildWithColumnChain() {
		return withColumnChain();
	}

	/**
	 * Encodes a chain of 100 calls of {@code withColumn}.
	 * @return the bytes
	 */
	@Benchmark
	public byte[] encodeWithColumnChain() {
		return this.client.encode(this.chain);
	}

}
