package io.sparkex;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Search for the minimum heap of a query, in separate JVMs.
 */
final class MinimumHeap {

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	/**
	 * The largest heap to try, in megabytes. All queries complete with it, and none
	 * completes with {@link #MIN}.
	 */
	private static final int MAX = 3_072;

	private static final int MIN = 6;

	private final PerformanceOptions options;

	private final String ourUrl;

	private final String officialUrl;

	MinimumHeap(PerformanceOptions options, String ourUrl, String officialUrl) {
		this.options = options;
		this.ourUrl = ourUrl;
		this.officialUrl = officialUrl;
	}

	/**
	 * Returns the lines that state whether sparkex meets the goals and whether the
	 * official client does.
	 */
	List<ReportLine> run() {
		long few = this.options.rows();
		long many = 10 * few;
		List<ReportLine> lines = new ArrayList<>();
		lines.add(line(many, 32, "stream", "iterate"));
		lines.add(line(few, 250, "collect", "collectAsList"));
		if (this.options.bisect()) {
			lines.add(bisect(many, "stream", "iterate"));
			lines.add(bisect(few, "collect", "collectAsList"));
		}
		return lines;
	}

	private ReportLine line(long rows, int megabytes, String ourMeasure, String officialMeasure) {
		boolean ours = completes(Measure.Client.OURS, ourMeasure, rows, megabytes);
		boolean official = completes(Measure.Client.OFFICIAL, officialMeasure, rows, megabytes);
		return new ReportLine("`" + ourMeasure + "()` of " + format(rows) + " rows with -Xmx" + megabytes + "m",
				verdict(ours), verdict(true), ours, verdict(official));
	}

	private static String verdict(boolean completes) {
		return completes ? "completes" : "runs out of memory";
	}

	private ReportLine bisect(long rows, String ourMeasure, String officialMeasure) {
		return new ReportLine("minimum -Xmx for `" + ourMeasure + "()` of " + format(rows) + " rows",
				minimum(Measure.Client.OURS, ourMeasure, rows) + " MB", "", null,
				minimum(Measure.Client.OFFICIAL, officialMeasure, rows) + " MB");
	}

	private static String format(long rows) {
		return String.format(Locale.ROOT, "%,d", rows);
	}

	/**
	 * Searches for the minimum heap to within a tenth.
	 */
	private int minimum(Measure.Client client, String measure, long rows) {
		int fails = MIN;
		int completes = MAX;
		while (completes - fails > Math.max(1, fails / 10)) {
			int middle = (int) Math.sqrt((double) fails * completes);
			if (completes(client, measure, rows, middle)) {
				completes = middle;
			}
			else {
				fails = middle;
			}
		}
		return completes;
	}

	private boolean completes(Measure.Client client, String name, long rows, int megabytes) {
		Tally expected = new Workload(rows).expected();
		Measure measure = new Measure(client, name, expected.rows(), expected.checksum());
		try (ChildJvm child = child(client, rows, List.of("-Xmx" + megabytes + "m"))) {
			Sample sample = child.tryRun(name, TIMEOUT);
			if (sample != null) {
				measure.check(sample);
			}
			else {
				child.checkOutOfMemory();
			}
			System.out.println("  heap: " + client + " " + name + " of " + format(rows) + " rows with " + megabytes
					+ " MB " + verdict(sample != null));
			return sample != null;
		}
	}

	/**
	 * Starts a child whose error output is hidden, because its out-of-memory errors are
	 * expected.
	 */
	private ChildJvm child(Measure.Client client, long rows, List<String> jvmArgs) {
		String url = (client == Measure.Client.OURS) ? this.ourUrl : this.officialUrl;
		List<String> args = new ChildArguments(url, rows, 0, 1).toArgs();
		return (client == Measure.Client.OURS) ? ChildJvm.ours(OurClient.class, jvmArgs, args, true)
				: ChildJvm.official(OfficialDriver.class, jvmArgs, args, true);
	}

}
