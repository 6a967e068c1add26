package io.sparkex.samples.observability;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller that serves traces as trees in plain text.
 */
@RestController
class TraceController {

	private final RecentSpans spans;

	TraceController(RecentSpans spans) {
		this.spans = spans;
	}

	@GetMapping(path = "/traces", produces = MediaType.TEXT_PLAIN_VALUE)
	String traces() {
		StringBuilder text = new StringBuilder();
		for (String trace : this.spans.traces()) {
			text.append("trace ").append(trace).append('\n');
			List<TracedSpan> spans = this.spans.of(trace);
			Set<String> ids = spans.stream().map(TracedSpan::spanId).collect(Collectors.toSet());
			spans.stream()
				.filter((span) -> span.parentId() == null || !ids.contains(span.parentId()))
				.forEach((root) -> append(text, root, spans, "  "));
		}
		return text.toString();
	}

	private static void append(StringBuilder text, TracedSpan span, List<TracedSpan> spans, String indent) {
		text.append("%s%s, %d ms %s\n".formatted(indent, span.name(), span.duration().toMillis(), span.tags()));
		spans.stream()
			.filter((child) -> span.spanId().equals(child.parentId()))
			.forEach((child) -> append(text, child, spans, indent + "  "));
	}

}
