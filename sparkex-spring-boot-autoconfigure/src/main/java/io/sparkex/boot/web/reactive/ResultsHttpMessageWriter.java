package io.sparkex.boot.web.reactive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.sparkex.Results;
import io.sparkex.boot.web.ResultHeaders;
import io.sparkex.boot.web.ResultsWriter;

/**
 * {@link HttpMessageWriter} for {@link Results}. Writes rows as they arrive from Spark,
 * with backpressure from the client, in a thread of an executor. When the client
 * disconnects, the query is cancelled, even before its first row. For a HEAD request, the
 * query is cancelled when the response is committed. The thread has the context of the
 * request, such as its observation, if Micrometer's context propagation is on the class
 * path. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ResultsHttpMessageWriter implements HttpMessageWriter<Results<?>> {

	/**
	 * The size of a buffer. It is small, since network layers request a number of buffers
	 * regardless of their size.
	 */
	private static final int BUFFER_SIZE = 1 << 14;

	private final ResultsWriter writer;

	private final Executor executor;

	private final Duration writeTimeout;

	/**
	 * Creates a writer.
	 * @param writer writes the supported formats
	 * @param executor runs the tasks that block for rows and for the client; each task
	 * occupies a thread until its response is complete
	 * @param writeTimeout the maximum time that a client may stop reading before its
	 * response is aborted and the query is cancelled; zero to disable
	 */
	public ResultsHttpMessageWriter(ResultsWriter writer, Executor executor, Duration writeTimeout) {
		this.writer = writer;
		this.executor = executor;
		this.writeTimeout = writeTimeout;
	}

	@Override
	public List<MediaType> getWritableMediaTypes() {
		return this.writer.mediaTypes();
	}

	@Override
	public boolean canWrite(ResolvableType elementType, @Nullable MediaType mediaType) {
		return Results.class.isAssignableFrom(elementType.toClass()) && this.writer.canWrite(mediaType);
	}

	@Override
	public Mono<Void> write(Publisher<? extends Results<?>> input, ResolvableType elementType,
			@Nullable MediaType mediaType, ReactiveHttpOutputMessage message, Map<String, Object> hints) {
		return write(input, mediaType, message, false);
	}

	@Override
	public Mono<Void> write(Publisher<? extends Results<?>> input, ResolvableType actualType,
			ResolvableType elementType, @Nullable MediaType mediaType, ServerHttpRequest request,
			ServerHttpResponse response, Map<String, Object> hints) {
		return write(input, mediaType, response, HttpMethod.HEAD.equals(request.getMethod()));
	}

	private Mono<Void> write(Publisher<? extends Results<?>> input, @Nullable MediaType mediaType,
			ReactiveHttpOutputMessage message, boolean headerOnly) {
		MediaType negotiated = (mediaType != null) ? mediaType : this.writer.mediaTypes().get(0);
		return Mono.from(input).flatMap((results) -> {
			message.getHeaders().setContentType(this.writer.contentType(negotiated));
			return message.writeWith(body(results, negotiated, message, headerOnly)).doOnError((failure) -> {
				if (!message.isCommitted()) {
					ResultHeaders.removeCaching(message.getHeaders());
				}
			});
		});
	}

	private Flux<DataBuffer> body(Results<?> results, MediaType mediaType, ReactiveHttpOutputMessage message,
			boolean headerOnly) {
		return Flux.deferContextual((context) -> {
			InterruptibleTask task = new InterruptibleTask(ContextPropagatingExecutor.of(this.executor, context));
			ResponseWriteTimeout timeout = new ResponseWriteTimeout(this.writeTimeout,
					() -> NettyConnection.close(message));
			return timeout.apply(Flux.from(DataBufferUtils.outputStreamPublisher(
					(out) -> write(results, mediaType, headerOnly ? null : timeout.track(out)), message.bufferFactory(),
					task, BUFFER_SIZE))
				.doOnCancel(task::cancel));
		});
	}

	private void write(Results<?> results, MediaType mediaType, @Nullable OutputStream out) {
		try {
			this.writer.write(results, mediaType, () -> out);
			if (out != null) {
				out.flush();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (Error ex) {
			// The publisher propagates only exceptions, so the client would wait forever.
			throw new IllegalStateException("Failed to run the query", ex);
		}
	}

}
