package io.sparkex;

import java.nio.file.Path;
import java.util.List;

/**
 * The extent of the measurement.
 *
 * @param rows the number of rows to read
 * @param localRows the number of rows to send
 * @param calls the number of short calls in one sample
 * @param warmups the number of warm-up rounds
 * @param rounds the number of measured rounds
 * @param bisect whether to also search for the minimum heap sizes
 * @param write whether to write the report to the documentation
 */
record PerformanceOptions(long rows, int localRows, int calls, int warmups, int rounds, boolean bisect, boolean write) {

	/**
	 * Returns the options of the documented figures, or of the quickest run that uses
	 * every part.
	 */
	static PerformanceOptions parse(List<String> args) {
		for (String arg : args) {
			if (!List.of("--tiny", "--bisect", "--no-write").contains(arg)) {
				throw new IllegalArgumentException(
						"Unknown option " + arg + ": there are --tiny, --bisect, --no-write");
			}
		}
		if (args.contains("--tiny")) {
			return new PerformanceOptions(20_000, 2_000, 2, 0, 1, false, false);
		}
		return new PerformanceOptions(2_000_000, 1_000_000, 25, 3, 5, args.contains("--bisect"),
				!args.contains("--no-write"));
	}

	/**
	 * Returns the page that the report is written to.
	 */
	static Path page() {
		return ChildJvm.target().resolve("../../docs/project/performance.md").normalize();
	}

	ChildArguments childArguments(String url) {
		return new ChildArguments(url, this.rows, this.localRows, this.calls);
	}

}
