package io.sparkex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of a run in Markdown.
 */
final class Report {

	private static final String HEADER = "| | sparkex | goal | met | official client |\n|---|---|---|---|---|\n";

	private final Map<String, List<ReportLine>> sections = new LinkedHashMap<>();

	void add(String section, List<ReportLine> lines) {
		this.sections.computeIfAbsent(section, (title) -> new ArrayList<>()).addAll(lines);
	}

	List<ReportLine> lines() {
		return this.sections.values().stream().flatMap(List::stream).toList();
	}

	String toMarkdown() {
		StringBuilder markdown = new StringBuilder();
		this.sections.forEach((title, lines) -> {
			markdown.append("## ").append(title).append("\n\n").append(HEADER);
			lines.forEach((line) -> markdown.append(line.toMarkdown()).append('\n'));
			markdown.append('\n');
		});
		return markdown.toString();
	}

}
