package io.sparkex.boot.web.reactive;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.web.reactive.function.UnsupportedMediaTypeException;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

import io.sparkex.boot.web.SparkProblemAdvice;
import io.sparkex.errors.SparkException;

/**
 * {@link WebExceptionHandler} that responds like {@link SparkProblemAdvice} in functional
 * endpoints and filters, to which controller advice does not apply. Ordered before the
 * handler of Spring Boot and after handlers of the application.
 *
 * @since 0.1.0
 */
public final class SparkProblemExceptionHandler implements WebExceptionHandler, Ordered {

	private final SparkProblemAdvice advice;

	private final ServerResponse.Context context;

	/**
	 * Creates a handler.
	 * @param advice creates the responses
	 * @param writers write the responses
	 */
	public SparkProblemExceptionHandler(SparkProblemAdvice advice, List<HttpMessageWriter<?>> writers) {
		this.advice = advice;
		this.context = new WritingContext(writers, List.of());
	}

	@Override
	public int getOrder() {
		return -2;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		SparkException exception = find(failure);
		if (exception == null || exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		ProblemDetail problem = this.advice.handle(exception);
		problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.clearContentHeaders();
		return ServerResponse.status(problem.getStatus())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyValue(problem)
			.flatMap((response) -> response.writeTo(exchange, this.context))
			.onErrorMap(UnsupportedMediaTypeException.class, (ex) -> failure);
	}

	private static @Nullable SparkException find(Throwable failure) {
		Throwable candidate = failure;
		while (candidate != null && !(candidate instanceof SparkException)) {
			candidate = candidate.getCause();
		}
		return (SparkException) candidate;
	}

	private record WritingContext(List<HttpMessageWriter<?>> messageWriters,
			List<ViewResolver> viewResolvers) implements ServerResponse.Context {

	}

}
