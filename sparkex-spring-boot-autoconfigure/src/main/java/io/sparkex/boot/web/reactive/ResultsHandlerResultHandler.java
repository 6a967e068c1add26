package io.sparkex.boot.web.reactive;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.DispatchExceptionHandler;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.method.annotation.AbstractMessageWriterResultHandler;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.sparkex.Results;
import io.sparkex.boot.web.ResultHeaders;

/**
 * {@link HandlerResultHandler} for {@link Results}, an {@link HttpEntity} of results, and
 * a {@link Mono} of these. Ordered before the standard handlers, which would use Jackson.
 *
 * @since 0.1.0
 */
public final class ResultsHandlerResultHandler extends AbstractMessageWriterResultHandler
		implements HandlerResultHandler {

	private final ResponseEntityResultHandler entities;

	/**
	 * Creates a handler.
	 * @param writer writes the results
	 * @param contentTypeResolver resolves the requested content types
	 * @param adapters the registry of reactive types
	 */
	public ResultsHandlerResultHandler(ResultsHttpMessageWriter writer,
			RequestedContentTypeResolver contentTypeResolver, ReactiveAdapterRegistry adapters) {
		super(List.of(writer), contentTypeResolver, adapters);
		this.entities = new ResponseEntityResultHandler(List.of(writer), contentTypeResolver, adapters);
		setOrder(this.entities.getOrder() - 1);
	}

	@Override
	public boolean supports(HandlerResult result) {
		return isResults(result) || isEntity(result);
	}

	@Override
	public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
		keepCommittedResponse(result);
		return isEntity(result) ? handleEntity(exchange, result)
				: writeResults(exchange, result.getReturnValue(), result.getReturnTypeSource());
	}

	Mono<Void> writeResults(ServerWebExchange exchange, @Nullable Object results, MethodParameter type) {
		return writeBody(results, type, exchange);
	}

	Mono<Void> handleEntity(ServerWebExchange exchange, HandlerResult result) {
		ServerHttpResponse response = exchange.getResponse();
		ResultHeaders headers = ResultHeaders.addedTo(response.getHeaders());
		return this.entities.handleResult(exchange, result).doOnError((failure) -> {
			if (!response.isCommitted()) {
				headers.remove();
			}
		});
	}

	private boolean isResults(HandlerResult result) {
		return result.getReturnValue() instanceof Results
				|| Results.class.isAssignableFrom(asyncType(result).toClass());
	}

	private boolean isEntity(HandlerResult result) {
		ResolvableType asyncType = asyncType(result);
		return isEntityOfResults(result.getReturnValue()) || (HttpEntity.class.isAssignableFrom(asyncType.toClass())
				&& Results.class.isAssignableFrom(asyncType.getGeneric().toClass()));
	}

	static boolean isEntityOfResults(@Nullable Object value) {
		return value instanceof HttpEntity<?> entity && entity.getBody() instanceof Results;
	}

	/**
	 * Returns the type of an asynchronous value.
	 */
	private ResolvableType asyncType(HandlerResult result) {
		ReactiveAdapter adapter = getAdapter(result);
		return (adapter != null && !adapter.isMultiValue()) ? result.getReturnType().getGeneric() : ResolvableType.NONE;
	}

	/**
	 * Passes failures after the response is committed to the server, which aborts the
	 * connection. An exception handler could not send a response, and its own failure
	 * would hide the original one.
	 */
	static void keepCommittedResponse(HandlerResult result) {
		DispatchExceptionHandler handler = result.getExceptionHandler();
		if (handler != null) {
			result.setExceptionHandler((exchange, failure) -> exchange.getResponse().isCommitted() ? Mono.error(failure)
					: handler.handleError(exchange, failure));
		}
	}

}
