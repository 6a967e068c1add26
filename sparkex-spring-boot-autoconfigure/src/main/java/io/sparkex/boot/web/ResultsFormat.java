package io.sparkex.boot.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.MediaType;

/**
 * A form in which the rows of a query can be sent over HTTP.
 *
 * @since 0.1.0
 */
public enum ResultsFormat {

	/** One array with an object for each row, {@code application/json}. */
	JSON(MediaType.APPLICATION_JSON),

	/**
	 * An object for each row on a line of its own, {@code application/x-ndjson} or
	 * {@code application/jsonl}.
	 */
	NDJSON(MediaType.APPLICATION_NDJSON, new MediaType("application", "jsonl")),

	/** Comma-separated values in UTF-8, {@code text/csv}. */
	CSV(new MediaType("text", "csv")),

	/**
	 * The Arrow IPC streaming format as the server sends it,
	 * {@code application/vnd.apache.arrow.stream}.
	 */
	ARROW(new MediaType("application", "vnd.apache.arrow.stream"));

	private static final String CHARSET = "charset";

	private static final String HEADER = "header";

	private final List<MediaType> mediaTypes;

	ResultsFormat(MediaType... mediaTypes) {
		this.mediaTypes = List.of(mediaTypes);
	}

	/**
	 * The media types that stand for this format, the usual one first.
	 * @return an unmodifiable list
	 */
	public List<MediaType> mediaTypes() {
		return this.mediaTypes;
	}

	/**
	 * Whether this format is meant by a media type. JSON is also meant by those with the
	 * suffix {@code +json}, which a mapping may promise to produce.
	 */
	boolean isMeantBy(MediaType mediaType) {
		return (this == JSON && "json".equals(mediaType.getSubtypeSuffix()))
				|| this.mediaTypes.stream().anyMatch((candidate) -> candidate.isCompatibleWith(mediaType));
	}

	/**
	 * What the response is to be called. Its charset is the one that is written, even if
	 * the client or the application has named another.
	 */
	MediaType contentType(MediaType negotiated) {
		MediaType type = negotiated.isConcrete() ? negotiated : this.mediaTypes.get(0);
		Map<String, String> parameters = new LinkedHashMap<>(type.getParameters());
		parameters.keySet().removeIf((name) -> name.equalsIgnoreCase("q") || name.equalsIgnoreCase(CHARSET));
		if (this == CSV) {
			parameters.keySet().removeIf((name) -> name.equalsIgnoreCase(HEADER));
			csvHeader(type).ifPresent((header) -> parameters.put(HEADER, header ? "present" : "absent"));
			parameters.put(CHARSET, StandardCharsets.UTF_8.name());
		}
		return new MediaType(type.getType(), type.getSubtype(), parameters);
	}

	/**
	 * Whether CSV is to have a header, if a media type says so in the way of RFC 4180.
	 */
	static Optional<Boolean> csvHeader(MediaType mediaType) {
		String header = String.valueOf(mediaType.getParameter(HEADER)).replace("\"", "");
		return switch (header.toLowerCase(Locale.ROOT)) {
			case "present" -> Optional.of(true);
			case "absent" -> Optional.of(false);
			default -> Optional.empty();
		};
	}

}
