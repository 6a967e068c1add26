package io.sparkex;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A line of the report.
 *
 * @param what the label of the measurement
 * @param ours the figure of sparkex
 * @param goal the goal, or an empty string
 * @param met whether the goal is met, or {@code null} without a goal
 * @param official the figure of the official client, or an empty string
 */
record ReportLine(String what, String ours, String goal, @Nullable Boolean met, String official) {

	/**
	 * Creates a line with a time as a multiple of the minimum. Smaller is better.
	 */
	static ReportLine multiple(String what, long ours, long bare, double goal) {
		return new ReportLine(what, ratio(ours, bare), "≤ " + format(goal), ours <= goal * bare, "");
	}

	/**
	 * Creates a line with a time as a multiple of the minimum, without a goal.
	 */
	static ReportLine multiple(String what, long ours, long bare) {
		return new ReportLine(what, ratio(ours, bare), "", null, "");
	}

	/**
	 * Creates a line with the speedup over the official client. Larger is better.
	 */
	static ReportLine faster(String what, long ours, long official, double goal) {
		return new ReportLine(what, ratio(official, ours), "≥ " + format(goal), official >= goal * ours, format(1));
	}

	/**
	 * Creates a line with the speedup over the official client, without a goal.
	 */
	static ReportLine faster(String what, long ours, long official) {
		return new ReportLine(what, ratio(official, ours), "", null, format(1));
	}

	/**
	 * Adds the time of the official client as a multiple of the same minimum.
	 */
	ReportLine withOfficial(long official, long bare) {
		return new ReportLine(this.what, this.ours, this.goal, this.met, ratio(official, bare));
	}

	private static String ratio(long nanos, long base) {
		return format((double) nanos / base);
	}

	private static String format(double number) {
		return String.format(Locale.ROOT, "%.2f", number);
	}

	String toMarkdown() {
		String verdict = (this.met == null) ? "" : (this.met ? "yes" : "**no**");
		return "| " + String.join(" | ", this.what, this.ours, this.goal, verdict, this.official) + " |";
	}

}
