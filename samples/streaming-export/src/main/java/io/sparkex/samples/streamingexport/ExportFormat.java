package io.sparkex.samples.streamingexport;

import org.springframework.http.MediaType;

/**
 * The formats by the endings of file names.
 */
enum ExportFormat {

	ARROWS("application/vnd.apache.arrow.stream"),

	CSV("text/csv"),

	NDJSON("application/x-ndjson"),

	JSON("application/json");

	private final MediaType mediaType;

	ExportFormat(String mediaType) {
		this.mediaType = MediaType.parseMediaType(mediaType);
	}

	MediaType mediaType() {
		return this.mediaType;
	}

}
