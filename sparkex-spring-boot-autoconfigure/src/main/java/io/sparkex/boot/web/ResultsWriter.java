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
 * Writer that runs queries and writes their rows to HTTP responses, with constant memory.
 * The response is committed when the first 16 KB or the whole result are available. If a
 * query fails before, the response is left to exception handlers. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class ResultsWriter {

	private final List<ResultsFormat> formats;

	private final OptionalLong maxRows;

	private final JsonOptions jsonOptions;

	private final CsvOptions csvOptions;

	/**
	 * Creates a writer.
	 * @param formats the supported formats; the first is used for clients without a
	 * preference
	 * @param maxRows the maximum number of rows in a response; a lower limit of the
	 * results themselves still applies
	 * @param jsonOptions the JSON options
	 * @param csvOptions the CSV options
	 */
	public ResultsWriter(List<ResultsFormat> formats, OptionalLong maxRows, JsonOptions jsonOptions,
			CsvOptions csvOptions) {
		this.formats = List.copyOf(formats);
		this.maxRows = maxRows;
		this.jsonOptions = jsonOptions;
		this.csvOptions = csvOptions;
	}

	/**
	 * Returns the supported media types in order of preference.
	 * @return an unmodifiable list
	 */
	public List<MediaType> mediaTypes() {
		return this.formats.stream().flatMap((format) -> format.mediaTypes().stream()).toList();
	}

	/**
	 * Returns whether a media type is supported.
	 * @param mediaType the media type, or {@code null} for any
	 * @return {@code true} if the media type selects one of the formats
	 */
	public boolean canWrite(@Nullable MediaType mediaType) {
		return this.formats.stream().anyMatch((format) -> mediaType == null || format.isSelectedBy(mediaType));
	}

	/**
	 * Returns the content type of a response.
	 * @param mediaType the negotiated media type
	 * @return the media type with the charset of the format, which may differ from the
	 * negotiated charset
	 */
	public MediaType contentType(MediaType mediaType) {
		return format(mediaType).contentType(mediaType);
	}

	/**
	 * Runs the query and writes its rows. Blocks until the query has completed and the
	 * client has read the rows.
	 * @param results the results of the query
	 * @param mediaType the negotiated media type
	 * @param body the body of the response
	 * @throws IOException if the client has disconnected; the query is cancelled
	 * @throws io.sparkex.errors.SparkException if the query fails before the response is
	 * committed
	 * @throws IncompleteResponseException if the query fails later
	 */
	public void write(Results<?> results, MediaType mediaType, ResponseBody body) throws IOException {
		DeferredCommitOutputStream out = new DeferredCommitOutputStream(body);
		try {
			export(limited(results), mediaType, out);
			out.finish();
		}
		catch (UncheckedIOException ex) {
			if (!out.isBodyDiscarded()) {
				throw ex.getCause();
			}
		}
		catch (RuntimeException | Error ex) {
			if (!out.isCommitted()) {
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
			.filter((format) -> format.isSelectedBy(mediaType))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Results cannot be written as " + mediaType));
	}

}
