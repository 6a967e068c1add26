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
 * {@link HttpMessageConverter} for {@link Results}. Writes rows as they arrive from
 * Spark. Does not change the response before the first bytes are available. For a HEAD
 * request, the query is cancelled at that point. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ResultsHttpMessageConverter implements HttpMessageConverter<Results<?>> {

	private final ResultsWriter writer;

	/**
	 * Creates a converter.
	 * @param writer writes the supported formats
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
		MediaType negotiated = (mediaType != null) ? mediaType : this.writer.mediaTypes().get(0);
		CompletionTrailers trailers = new CompletionTrailers();
		try {
			this.writer.write(results, negotiated, () -> open(message, negotiated, trailers));
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

	private @Nullable OutputStream open(HttpOutputMessage message, MediaType mediaType, CompletionTrailers trailers)
			throws IOException {
		message.getHeaders().setContentType(this.writer.contentType(mediaType));
		boolean headerOnly = false;
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
				&& attributes.getResponse() != null) {
			headerOnly = HttpMethod.HEAD.matches(attributes.getRequest().getMethod());
			trailers.register(attributes.getRequest(), attributes.getResponse());
		}
		OutputStream body = message.getBody();
		return headerOnly ? null : new FlushingOutputStream(body, message);
	}

}
