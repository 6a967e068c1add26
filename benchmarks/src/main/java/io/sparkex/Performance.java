package io.sparkex;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.event.Level;

import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Comparison of sparkex with a bare gRPC client and the official client on one real
 * server, which writes the performance page.
 */
public final class Performance {

	private static final String HEAP = "3g";

	private final PerformanceOptions options;

	private Performance(PerformanceOptions options) {
		this.options = options;
	}

	/**
	 * Runs all measurements.
	 * @param args {@code --tiny} for a run that only verifies that all parts work, {@code
	 * --bisect} to search for the minimum heap sizes, {@code --no-write} to leave the
	 * page unchanged
	 * @throws IOException if the page cannot be written
	 */
	public static void main(String[] args) throws IOException {
		PerformanceOptions options = PerformanceOptions.parse(List.of(args));
		Report report = run(options);
		System.out.println(report.toMarkdown());
		if (options.write()) {
			Files.writeString(PerformanceOptions.page(), PerformancePage.of(report, options));
		}
	}

	static Report run(PerformanceOptions options) throws IOException {
		// Cached plans, each with a million rows, would fill the heap of the server.
		try (EmbeddedSparkServer server = EmbeddedSparkServer.builder()
			.heap("4g")
			.config("spark.connect.session.planCache.enabled", "false")
			.logLevel(Level.ERROR)
			.start()) {
			return new Performance(options).measure(server);
		}
	}

	private Report measure(EmbeddedSparkServer server) throws IOException {
		Report report = new Report();
		LiveServer live = new LiveServer(this.options);
		// Each kind of measurement has its own rounds: the cleanup on the server after
		// receiving rows would slow down the reads that follow.
		List<Medians> medians = rounds(server.url(), officialUrl(server),
				List.of(live.reading(), live.calling(), live.sending()));
		report.add("Reading, as a multiple of the time of the bare client", LiveServer.readingLines(medians.get(0)));
		report.add("Calling, as a multiple of one bare call", LiveServer.callingLines(medians.get(1)));
		report.add("Sending, as a multiple of sending what was encoded before",
				LiveServer.sendingLines(medians.get(2)));
		report.add("Speedup over the official client", LiveServer.fasterSendingLines(medians.get(2)));
		report.add("Speedup over the official client, on recorded responses", replay(server));
		report.add("Starting cold, as a multiple of a bare gRPC program",
				new ColdStart(this.options.rounds()).run(server.url(), officialUrl(server)));
		report.add("Minimum heap", new MinimumHeap(this.options, server.url(), officialUrl(server)).run());
		return report;
	}

	private List<ReportLine> replay(EmbeddedSparkServer server) throws IOException {
		Replay replay = new Replay(this.options);
		try (SparkSession spark = SparkSession.builder().url(server.url()).build()) {
			Medians reading = replay(server, OurClient.frame(spark, this.options.rows()), replay.reading());
			Medians sending = replay(server, spark.range(this.options.localRows()).groupBy().count(), replay.sending());
			List<ReportLine> lines = new ArrayList<>(Replay.readingLines(reading));
			lines.addAll(LiveServer.fasterSendingLines(sending));
			return lines;
		}
	}

	private Medians replay(EmbeddedSparkServer server, DataFrame recorded, List<Measure> measures) throws IOException {
		System.out.println("on recorded responses");
		try (BareClient real = new BareClient(server.url());
				ReplayServer replay = ReplayServer.start(real, real.record(DataFrameInternals.plan(recorded)))) {
			return rounds(replay.url(), replay.url(), List.of(measures)).get(0);
		}
	}

	/**
	 * Runs the measures in rounds. Both clients have the same heap, fully committed, so
	 * that neither has to wait for it to grow.
	 */
	private List<Medians> rounds(String ourUrl, String officialUrl, List<List<Measure>> kinds) {
		List<String> heap = List.of("-Xms" + HEAP, "-Xmx" + HEAP);
		try (ChildJvm ours = ChildJvm.ours(OurClient.class, heap, this.options.childArguments(ourUrl).toArgs(), false);
				ChildJvm official = ChildJvm.official(OfficialDriver.class, heap,
						this.options.childArguments(officialUrl).toArgs(), false)) {
			Rounds rounds = new Rounds(ours, official);
			return kinds.stream()
				.map((measures) -> rounds.run(measures, this.options.warmups(), this.options.rounds()))
				.toList();
		}
	}

	/**
	 * Returns the connection string for the official client, which accepts a token over
	 * an encrypted channel only. The server does not support TLS, so the token is sent as
	 * a plain header.
	 */
	private static String officialUrl(EmbeddedSparkServer server) {
		return "sc://" + server.host() + ":" + server.port() + "/;authorization=Bearer%20" + server.token();
	}

}
