package io.sparkex.samples.observability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanReporter;
import org.springframework.stereotype.Component;

/**
 * Keeps the last spans, in the place of a collector. Thread-safe.
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
	 * The traces that Spark has a part in.
	 * @return their ids, the youngest first
	 */
	List<String> traces() {
		return this.spans.stream().filter(TracedSpan::isOfSpark).map(TracedSpan::traceId).distinct().toList();
	}

	/**
	 * The spans of a trace.
	 * @return spans, in the order in which they began
	 */
	List<TracedSpan> of(String traceId) {
		List<TracedSpan> spans = new ArrayList<>(this.spans);
		spans.removeIf((span) -> !span.traceId().equals(traceId));
		spans.sort(Comparator.comparing(TracedSpan::start));
		return spans;
	}

}
