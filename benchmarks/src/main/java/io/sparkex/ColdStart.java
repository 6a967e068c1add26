package io.sparkex;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Benchmark of the time from the start of {@code main} to the first count, in separate
 * JVMs. The clock runs inside the JVM, because loading it takes the same time for all
 * clients.
 */
final class ColdStart {

	static final long ROWS = 1_000;

	private static final Duration TIMEOUT = Duration.ofMinutes(1);

	private final int rounds;

	ColdStart(int rounds) {
		this.rounds = rounds;
	}

	List<ReportLine> run(String ourUrl, String officialUrl) {
		List<String> bareArgs = List.of(ourUrl, Base64.getEncoder().encodeToString(countPlan(ourUrl)));
		List<Long> bare = new ArrayList<>();
		List<Long> ours = new ArrayList<>();
		List<Long> official = new ArrayList<>();
		for (int round = 0; round < this.rounds; round++) {
			bare.add(nanos(ChildJvm.ours(BareColdStart.class, List.of(), bareArgs, false)));
			ours.add(nanos(ChildJvm.ours(OurColdStart.class, List.of(), List.of(ourUrl), false)));
			official.add(nanos(ChildJvm.official(OfficialColdStart.class, List.of(), List.of(officialUrl), false)));
			System.out.printf("  cold: bare %d ms, ours %d ms, official %d ms%n", bare.get(round) / 1_000_000,
					ours.get(round) / 1_000_000, official.get(round) / 1_000_000);
		}
		long base = Medians.of(bare);
		return List.of(ReportLine.multiple("`main` to the first count", Medians.of(ours), base, 1.1)
			.withOfficial(Medians.of(official), base));
	}

	/**
	 * Returns the plan that sparkex sends. The bare client sends it too.
	 */
	private static byte[] countPlan(String url) {
		try (SparkSession spark = SparkSession.builder().url(url).build()) {
			return DataFrameInternals.plan(spark.range(ROWS).groupBy().count().limit(2)).toByteArray();
		}
	}

	private static long nanos(ChildJvm child) {
		try (child) {
			Sample sample = child.await(TIMEOUT);
			if (sample == null || sample.rows() != ROWS) {
				throw new IllegalStateException("A cold start failed: " + sample);
			}
			return sample.nanos();
		}
	}

}
