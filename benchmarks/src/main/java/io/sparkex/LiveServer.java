package io.sparkex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All measurements against a real server.
 */
final class LiveServer {

	private static final int TURNS = 4;

	private final PerformanceOptions options;

	LiveServer(PerformanceOptions options) {
		this.options = options;
	}

	/**
	 * Returns the measures of reading. The bare client runs twice per round, because all
	 * other measures are compared with it.
	 */
	List<Measure> reading() {
		Tally expected = new Workload(this.options.rows()).expected();
		List<Measure> measures = new ArrayList<>();
		Measure bare = new Measure(Measure.Client.OURS, "bare", expected.rows(), 0);
		measures.add(bare);
		for (String name : List.of("batches", "stream", "forEach")) {
			measures.add(new Measure(Measure.Client.OURS, name, expected.rows(), expected.checksum()));
		}
		measures.add(bare);
		for (String name : List.of("collect", "collectAndRead", "collectRecords", "writeArrow")) {
			measures.add(new Measure(Measure.Client.OURS, name, expected.rows(), expected.checksum()));
		}
		measures.add(new Measure(Measure.Client.OURS, "writeNdjson", expected.rows(), 0));
		measures.add(new Measure(Measure.Client.OURS, "writeCsv", expected.rows(), 0));
		for (String name : List.of("collect", "collectAndRead", "iterate")) {
			measures.add(new Measure(Measure.Client.OFFICIAL, name, expected.rows(), expected.checksum()));
		}
		return measures;
	}

	/**
	 * Returns the measures of short calls, in short turns, because a server gets faster
	 * for a long time at repeated requests.
	 */
	List<Measure> calling() {
		int calls = this.options.calls();
		List<Measure> turn = List.of(new Measure(Measure.Client.OURS, "bareSelect1", calls, calls),
				new Measure(Measure.Client.OURS, "select1", calls, calls),
				new Measure(Measure.Client.OFFICIAL, "select1", calls, calls));
		return Collections.nCopies(TURNS, turn).stream().flatMap(List::stream).toList();
	}

	List<Measure> sending() {
		return List.of(new Measure(Measure.Client.OURS, "bareCreateDataFrame", 1, 0),
				new Measure(Measure.Client.OURS, "createDataFrame", this.options.localRows(), 0),
				new Measure(Measure.Client.OFFICIAL, "createDataFrame", this.options.localRows(), 0));
	}

	/**
	 * Returns the lines for reading, as multiples of the bare client.
	 */
	static List<ReportLine> readingLines(Medians medians) {
		long bare = medians.ours("bare");
		return List.of(ReportLine.multiple("every cell, batch by batch", medians.ours("batches"), bare, 1.05),
				ReportLine.multiple("`stream()`, every cell of each row", medians.ours("stream"), bare, 1.25)
					.withOfficial(medians.official("iterate"), bare),
				ReportLine.multiple("`as(Record.class).forEach(..)`", medians.ours("forEach"), bare, 1.25),
				ReportLine.multiple("`collect()`", medians.ours("collect"), bare, 1.15)
					.withOfficial(medians.official("collect"), bare),
				ReportLine.multiple("`collect()`, then every cell of each row", medians.ours("collectAndRead"), bare)
					.withOfficial(medians.official("collectAndRead"), bare),
				ReportLine.multiple("`as(Record.class).collect()`", medians.ours("collectRecords"), bare, 1.4),
				ReportLine.multiple("`writeArrow(..)`", medians.ours("writeArrow"), bare, 1.05),
				ReportLine.multiple("`writeNdjson(..)`", medians.ours("writeNdjson"), bare, 2),
				ReportLine.multiple("`writeCsv(..)`", medians.ours("writeCsv"), bare, 2));
	}

	/**
	 * Returns the lines for a trivial query, as multiples of one bare call.
	 */
	static List<ReportLine> callingLines(Medians medians) {
		long bare = medians.ours("bareSelect1");
		return List.of(ReportLine.multiple("`sql(\"select 1\")`, median", medians.ours("select1"), bare, 1.05)
			.withOfficial(medians.official("select1"), bare));
	}

	/**
	 * Returns the lines for sending rows, as multiples of sending encoded bytes.
	 */
	static List<ReportLine> sendingLines(Medians medians) {
		long bare = medians.ours("bareCreateDataFrame");
		long ours = medians.ours("createDataFrame");
		long official = medians.official("createDataFrame");
		return List.of(ReportLine.multiple("`createDataFrame(..).count()`", ours, bare).withOfficial(official, bare));
	}

	/**
	 * Returns the lines for sending rows, compared with the official client.
	 */
	static List<ReportLine> fasterSendingLines(Medians medians) {
		return List.of(ReportLine.faster("`createDataFrame(..).count()`", medians.ours("createDataFrame"),
				medians.official("createDataFrame"), 3));
	}

}
