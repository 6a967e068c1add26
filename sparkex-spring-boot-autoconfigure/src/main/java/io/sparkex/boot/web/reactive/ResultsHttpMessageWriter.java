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
 * Writes {@link Results} as they arrive from Spark and as fast as the client reads, in a
 * thread of an executor. When the client hangs up, the thread is interrupted and with it
 * the query, even if it has brought nothing yet. After a HEAD request the query is
 * stopped when the response has begun. The thread has the context of the request, such as
 * its observation, if Micrometer's context propagation is on the class path. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ResultsHttpMessageWriter implements HttpMessageWriter<Results<?>> {

	/**
	 * Network layers ask for a number of buffers, whatever their size.
	 */
	private static final int BUFFER_SIZE = 1 << 14;

	private final ResultsWriter writer;

	private final Executor executor;

	private final Duration writeTimeout;

	/**
	 * A writer.
	 * @param writer writes the formats it has
	 * @param executor runs the tasks that wait for rows and for the client; each takes a
	 * thread until its response is done
	 * @param writeTimeout how long to wait for a client that takes nothing before its
	 * response is cut off and the query stopped; zero for ever
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
		MediaType agreed = (mediaType != null) ? mediaType : this.writer.mediaTypes().get(0);
		return Mono.from(input).flatMap((results) -> {
			message.getHeaders().setContentType(this.writer.contentType(agreed));
			return message.writeWith(body(results, agreed, message, headerOnly)).doOnError((failure) -> {
				if (!message.isCommitted()) {
					ResultHeaders.removeCaching(message.getHeaders());
				}
			});
		});
	}

	private Flux<DataBuffer> body(Results<?> results, MediaType mediaType, ReactiveHttpOutputMessage message,
			boolean headerOnly) {
		return Flux.deferContextual((context) -> {
			InterruptibleTask task = new InterruptibleTask(ContextExecutor.of(this.executor, context));
			StallGuard guard = new StallGuard(this.writeTimeout, () -> NettyConnection.close(message));
			return guard.guard(Flux.from(DataBufferUtils.outputStreamPublisher(
					(out) -> write(results, mediaType, headerOnly ? null : guard.watch(out)), message.bufferFactory(),
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
			// The publisher passes on exceptions only, and the client would wait for
			// ever.
			throw new IllegalStateException("The query could not be run", ex);
		}
	}

}
