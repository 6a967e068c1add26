package io.sparkex.samples.observability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanReporter;
import org.springframework.stereotype.Component;

/**
 * Span reporter that keeps the most recent spans instead of sending them to a collector.
 * Thread-safe.
 */
@Component
class RecentSpans implements SpanReporter {

	private final LinkedBlockingDeque<TracedSpan> spans = new LinkedBlockingDeque<>(500);

	@Override
	public void report(FinishedSpan span) {
		TracedSpan traced = TracedSpan.of(span);
		while (!this.spans.offerFirst(traced)) {
			this.spans.pollLast();
		}
	}

	/**
	 * Returns the traces with Spark spans.
	 * @return the trace IDs, newest first
	 */
	List<String> traces() {
		return this.spans.stream().filter(TracedSpan::isOfSpark).map(TracedSpan::traceId).distinct().toList();
	}

	/**
	 * Returns the spans of a trace.
	 * @return the spans, ordered by start time
	 */
	List<TracedSpan> of(String traceId) {
		List<TracedSpan> spans = new ArrayList<>(this.spans);
		spans.removeIf((span) -> !span.traceId().equals(traceId));
		spans.sort(Comparator.comparing(TracedSpan::start));
		return spans;
	}

}
