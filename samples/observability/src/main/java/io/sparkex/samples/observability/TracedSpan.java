package io.sparkex.samples.observability;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.micrometer.tracing.exporter.FinishedSpan;
import org.jspecify.annotations.Nullable;

/**
 * A finished span.
 */
record TracedSpan(String traceId, String spanId, @Nullable String parentId, String name, Instant start,
		Duration duration, Map<String, String> tags) {

	static TracedSpan of(FinishedSpan span) {
		return new TracedSpan(span.getTraceId(), span.getSpanId(), span.getParentId(), span.getName(),
				span.getStartTimestamp(), Duration.between(span.getStartTimestamp(), span.getEndTimestamp()),
				new TreeMap<>(span.getTags()));
	}

	boolean isOfSpark() {
		return this.tags.containsKey("spark.operation.id");
	}

}
