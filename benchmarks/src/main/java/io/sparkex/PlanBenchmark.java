package io.sparkex;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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

import io.sparkex.internal.protocol.PlanEncoder;

/**
 * Benchmarks for building plans with the public API and for encoding them. The class is
 * in the package of the API to access the plan of a DataFrame.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBenchmark {

	static final int WIDTH = 1_000;

	static final int LENGTH = 100;

	// Building and encoding do not open a connection.
	private final SparkSession spark = SparkSession.builder().url("sc://localhost").build();

	private final DataFrame wide = wideSelect();

	private final DataFrame chain = withColumnChain();

	/**
	 * Closes the session.
	 */
	@TearDown
	public void close() {
		this.spark.close();
	}

	private DataFrame wideSelect() {
		Column[] columns = IntStream.range(0, WIDTH)
			.mapToObj((i) -> Functions.col("id").plus(i).as("c" + i))
			.toArray(Column[]::new);
		return this.spark.range(1).select(columns);
	}

	private DataFrame withColumnChain() {
		DataFrame frame = this.spark.range(1);
		for (int i = 0; i < LENGTH; i++) {
			frame = frame.withColumn("c" + i, Functions.col("id").plus(i));
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
		return PlanEncoder.encode(this.wide.relation()).message().toByteArray();
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
		return PlanEncoder.encode(this.chain.relation()).message().toByteArray();
	}

}
