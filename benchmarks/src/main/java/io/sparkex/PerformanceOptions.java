package io.sparkex;

import java.nio.file.Path;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rows how many rows are read
 * @param localRows how many rows are sent
 * @param calls how many short calls make one sample
 * @param warmups the rounds before those that count
 * @param rounds the rounds that count
 * @param bisect whether to look for the least heaps as well
 * @param write whether to write the report to the documentation
 */
record PerformanceOptions(long rows, int localRows, int calls, int warmups, int rounds, boolean bisect, boolean write) {

	/**
	 * The figures for the documentation, or the quickest run that uses every part.
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
	 * The page that the report is written to.
	 */
	static Path page() {
		return ChildJvm.target().resolve("../../docs/project/performance.md").normalize();
	}

	ChildArguments childArguments(String url) {
		return new ChildArguments(url, this.rows, this.localRows, this.calls);
	}

}
