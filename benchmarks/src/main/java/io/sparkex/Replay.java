package io.sparkex;

import java.util.ArrayList;
import java.util.List;

/**
 * Benchmarks for reading from a {@link ReplayServer}. The server needs almost no time, so
 * that the client is measured.
 */
final class Replay {

	private final PerformanceOptions options;

	Replay(PerformanceOptions options) {
		this.options = options;
	}

	List<Measure> reading() {
		Tally expected = new Workload(this.options.rows()).expected();
		List<Measure> measures = new ArrayList<>();
		measures.add(new Measure(Measure.Client.OURS, "bare", expected.rows(), 0));
		for (String name : List.of("batches", "stream", "forEach", "collect", "collectAndRead", "collectRecords")) {
			measures.add(new Measure(Measure.Client.OURS, name, expected.rows(), expected.checksum()));
		}
		for (String name : List.of("collect", "collectAndRead", "iterate")) {
			measures.add(new Measure(Measure.Client.OFFICIAL, name, expected.rows(), expected.checksum()));
		}
		return measures;
	}

	List<Measure> sending() {
		return List.of(new Measure(Measure.Client.OURS, "createDataFrame", this.options.localRows(), 0),
				new Measure(Measure.Client.OFFICIAL, "createDataFrame", this.options.localRows(), 0));
	}

	/**
	 * Returns the speedup of sparkex over the official client. The last line is the
	 * minimum that any client needs.
	 */
	static List<ReportLine> readingLines(Medians medians) {
		long collect = medians.official("collect");
		long collectAndRead = medians.official("collectAndRead");
		long iterate = medians.official("iterate");
		return List.of(ReportLine.faster("`collect()`", medians.ours("collect"), collect, 5),
				ReportLine.faster("`collect()`, then every cell of each row", medians.ours("collectAndRead"),
						collectAndRead),
				ReportLine.faster("`as(Record.class).collect()` against `collect()`", medians.ours("collectRecords"),
						collect),
				ReportLine.faster("`stream()` against `toLocalIterator()`, every cell", medians.ours("stream"), iterate,
						3),
				ReportLine.faster("`as(Record.class).forEach(..)` against the same", medians.ours("forEach"), iterate),
				ReportLine.faster("every cell, batch by batch, against the same", medians.ours("batches"), iterate),
				ReportLine.faster("the bare client against the same", medians.ours("bare"), iterate));
	}

}
