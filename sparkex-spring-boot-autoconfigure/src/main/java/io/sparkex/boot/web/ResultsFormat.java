package io.sparkex.boot.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.MediaType;

/**
 * Format of a query result in an HTTP response.
 *
 * @since 0.1.0
 */
public enum ResultsFormat {

	/** A JSON array with an object for each row, {@code application/json}. */
	JSON(MediaType.APPLICATION_JSON),

	/**
	 * Newline-delimited JSON with an object for each row, {@code application/x-ndjson} or
	 * {@code application/jsonl}.
	 */
	NDJSON(MediaType.APPLICATION_NDJSON, new MediaType("application", "jsonl")),

	/** Comma-separated values in UTF-8, {@code text/csv}. */
	CSV(new MediaType("text", "csv")),

	/**
	 * The Arrow IPC streaming format, unchanged from the server,
	 * {@code application/vnd.apache.arrow.stream}.
	 */
	ARROW(new MediaType("application", "vnd.apache.arrow.stream"));

	private static final String CHARSET = "charset";

	private static final String HEADER = "header";

	// An unmodifiable list of immutable media types
	@SuppressWarnings("ImmutableEnumChecker")
	private final List<MediaType> mediaTypes;

	ResultsFormat(MediaType... mediaTypes) {
		this.mediaTypes = List.of(mediaTypes);
	}

	/**
	 * Returns the media types of this format, the preferred media type first.
	 * @return an unmodifiable list
	 */
	public List<MediaType> mediaTypes() {
		return this.mediaTypes;
	}

	/**
	 * Returns whether a media type selects this format. Media types with the suffix
	 * {@code +json}, which a mapping may produce, select JSON.
	 */
	boolean isSelectedBy(MediaType mediaType) {
		return (this == JSON && "json".equals(mediaType.getSubtypeSuffix()))
				|| this.mediaTypes.stream().anyMatch((candidate) -> candidate.isCompatibleWith(mediaType));
	}

	/**
	 * Returns the content type of a response. The charset is always UTF-8, even if the
	 * client or the application has specified another one.
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
	 * Returns whether CSV has a header, if the {@code header} parameter of RFC 4180 is
	 * present.
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
