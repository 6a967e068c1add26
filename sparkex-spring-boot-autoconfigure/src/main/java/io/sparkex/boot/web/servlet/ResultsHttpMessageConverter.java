package io.sparkex.boot.web.servlet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.sparkex.Results;
import io.sparkex.boot.web.IncompleteResponseException;
import io.sparkex.boot.web.ResultHeaders;
import io.sparkex.boot.web.ResultsWriter;

/**
 * Writes {@link Results} as they arrive from Spark. The response is not touched before
 * the first bytes are there. After a HEAD request the query is stopped then. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ResultsHttpMessageConverter implements HttpMessageConverter<Results<?>> {

	private final ResultsWriter writer;

	/**
	 * A converter.
	 * @param writer writes the formats it has
	 */
	public ResultsHttpMessageConverter(ResultsWriter writer) {
		this.writer = writer;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
		return Results.class.isAssignableFrom(type) && this.writer.canWrite(mediaType);
	}

	@Override
	public List<MediaType> getSupportedMediaTypes() {
		return this.writer.mediaTypes();
	}

	@Override
	public Results<?> read(Class<? extends Results<?>> type, HttpInputMessage message) {
		throw new HttpMessageNotReadableException("Results cannot be read from a request", message);
	}

	@Override
	public void write(Results<?> results, @Nullable MediaType mediaType, HttpOutputMessage message) throws IOException {
		MediaType agreed = (mediaType != null) ? mediaType : this.writer.mediaTypes().get(0);
		CompleteTrailers trailers = new CompleteTrailers();
		try {
			this.writer.write(results, agreed, () -> open(message, agreed, trailers));
		}
		catch (IncompleteResponseException ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			ResultHeaders.removeCaching(message.getHeaders());
			throw ex;
		}
		trailers.complete();
	}

	private @Nullable OutputStream open(HttpOutputMessage message, MediaType mediaType, CompleteTrailers trailers)
			throws IOException {
		message.getHeaders().setContentType(this.writer.contentType(mediaType));
		boolean headerOnly = false;
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
				&& attributes.getResponse() != null) {
			headerOnly = HttpMethod.HEAD.matches(attributes.getRequest().getMethod());
			trailers.guard(attributes.getRequest(), attributes.getResponse());
		}
		OutputStream body = message.getBody();
		return headerOnly ? null : new FlushingOutputStream(body, message);
	}

}
