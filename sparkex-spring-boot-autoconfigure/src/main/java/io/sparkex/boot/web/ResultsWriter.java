package io.sparkex.boot.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

import io.sparkex.Results;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;

/**
 * Runs queries and writes their rows as bodies of HTTP responses, in memory that does not
 * grow with the result. The response begins when the first 16 KB or the end of the result
 * are there: a query that fails before leaves the response to whoever handles the
 * exception. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class ResultsWriter {

	private final List<ResultsFormat> formats;

	private final OptionalLong maxRows;

	private final JsonOptions jsonOptions;

	private final CsvOptions csvOptions;

	/**
	 * A writer.
	 * @param formats the formats to offer, the one for clients without a preference first
	 * @param maxRows the most rows of a response; a smaller limit of the results
	 * themselves remains
	 * @param jsonOptions the forms of values in JSON
	 * @param csvOptions the delimiter, the header and the forms of values in CSV
	 */
	public ResultsWriter(List<ResultsFormat> formats, OptionalLong maxRows, JsonOptions jsonOptions,
			CsvOptions csvOptions) {
		this.formats = List.copyOf(formats);
		this.maxRows = maxRows;
		this.jsonOptions = jsonOptions;
		this.csvOptions = csvOptions;
	}

	/**
	 * The media types that can be written, in order of preference.
	 * @return an unmodifiable list
	 */
	public List<MediaType> mediaTypes() {
		return this.formats.stream().flatMap((format) -> format.mediaTypes().stream()).toList();
	}

	/**
	 * Whether a media type can be written.
	 * @param mediaType the media type, or {@code null} for any
	 * @return whether one of the formats is meant by it
	 */
	public boolean canWrite(@Nullable MediaType mediaType) {
		return this.formats.stream().anyMatch((format) -> mediaType == null || format.isMeantBy(mediaType));
	}

	/**
	 * The content type of a response.
	 * @param mediaType the media type that was agreed on
	 * @return the same with the charset that is written, if the format has one, which may
	 * be another than was agreed on
	 */
	public MediaType contentType(MediaType mediaType) {
		return format(mediaType).contentType(mediaType);
	}

	/**
	 * Runs the query and writes its rows. Waits for the query and for the client.
	 * @param results the query
	 * @param mediaType the media type that was agreed on
	 * @param body where to write
	 * @throws IOException if the client is gone; the query is stopped
	 * @throws io.sparkex.errors.SparkException if the query fails and nothing has been
	 * sent
	 * @throws IncompleteResponseException if the query fails later
	 */
	public void write(Results<?> results, MediaType mediaType, ResponseBody body) throws IOException {
		DeferredCommitOutputStream out = new DeferredCommitOutputStream(body);
		try {
			export(limited(results), mediaType, out);
			out.finish();
		}
		catch (UncheckedIOException ex) {
			if (!out.isUnwanted()) {
				throw ex.getCause();
			}
		}
		catch (RuntimeException | Error ex) {
			if (!out.isOpen()) {
				throw ex;
			}
			throw new IncompleteResponseException(ex);
		}
	}

	private void export(Results<?> results, MediaType mediaType, OutputStream out) {
		switch (format(mediaType)) {
			case JSON -> results.writeJson(out, this.jsonOptions);
			case NDJSON -> results.writeNdjson(out, this.jsonOptions);
			case CSV -> results.writeCsv(out,
					ResultsFormat.csvHeader(mediaType).map(this.csvOptions::withHeader).orElse(this.csvOptions));
			case ARROW -> results.writeArrow(out);
		}
	}

	private Results<?> limited(Results<?> results) {
		return this.maxRows.isPresent() ? results.maxRows(this.maxRows.getAsLong()) : results;
	}

	private ResultsFormat format(MediaType mediaType) {
		return this.formats.stream()
			.filter((format) -> format.isMeantBy(mediaType))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Results cannot be written as " + mediaType));
	}

}
