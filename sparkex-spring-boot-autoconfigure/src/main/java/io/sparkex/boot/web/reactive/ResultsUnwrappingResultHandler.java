package io.sparkex.boot.web.reactive;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.HandlerResultHandlerSupport;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.sparkex.Results;

/**
 * {@link HandlerResultHandler} for {@link Results} that the return type does not reveal:
 * in an {@link Optional} and in asynchronous values of any type. An empty optional
 * results in status 404, as with {@code ResponseEntity.of(..)}. Other values are passed
 * to the other handlers.
 *
 * @since 0.1.0
 */
public final class ResultsUnwrappingResultHandler extends HandlerResultHandlerSupport implements HandlerResultHandler {

	private final ResultsHandlerResultHandler results;

	private final ObjectProvider<HandlerResultHandler> others;

	/**
	 * Creates a handler.
	 * @param results handles results
	 * @param others handle other values, and may include this handler
	 * @param contentTypeResolver resolves the requested content types
	 * @param adapters the registry of reactive types
	 */
	public ResultsUnwrappingResultHandler(ResultsHandlerResultHandler results,
			ObjectProvider<HandlerResultHandler> others, RequestedContentTypeResolver contentTypeResolver,
			ReactiveAdapterRegistry adapters) {
		super(contentTypeResolver, adapters);
		this.results = results;
		this.others = others;
		setOrder(results.getOrder() - 1);
	}

	@Override
	public boolean supports(HandlerResult result) {
		ReactiveAdapter adapter = getAdapter(result);
		if (adapter == null) {
			return isOptionalResults(result.getReturnValue(), result.getReturnType());
		}
		ResolvableType asyncType = result.getReturnType().getGeneric();
		return !adapter.isMultiValue() && !adapter.isNoValue()
				&& (asyncType.toClass() == Object.class || isOptionalResults(null, asyncType));
	}

	private static boolean isOptionalResults(@Nullable Object value, ResolvableType type) {
		return (value instanceof Optional<?> optional && optional.orElse(null) instanceof Results)
				|| (Optional.class == type.toClass() && Results.class.isAssignableFrom(type.getGeneric().toClass()));
	}

	@Override
	public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
		ResultsHandlerResultHandler.keepCommittedResponse(result);
		ReactiveAdapter adapter = getAdapter(result);
		MethodParameter type = result.getReturnTypeSource();
		if (adapter == null) {
			return handleValue(exchange, result, result.getReturnValue(), type);
		}
		return Mono.<Object>from(adapter.toPublisher(result.getReturnValue()))
			.singleOptional()
			.flatMap((value) -> handleValue(exchange, result, value.orElse(null), type.nested()));
	}

	private Mono<Void> handleValue(ServerWebExchange exchange, HandlerResult result, @Nullable Object value,
			MethodParameter type) {
		if (value instanceof Results) {
			return this.results.writeResults(exchange, value, type);
		}
		if (value instanceof Optional<?> optional
				&& isOptionalResults(value, ResolvableType.forMethodParameter(type))) {
			return optional.map((content) -> this.results.writeResults(exchange, content, type.nested()))
				.orElseGet(() -> notFound(exchange));
		}
		HandlerResult resolved = resolvedResult(result, value);
		return ResultsHandlerResultHandler.isEntityOfResults(value) ? this.results.handleEntity(exchange, resolved)
				: handleOther(exchange, resolved);
	}

	/**
	 * Creates a result with the resolved value, since a publisher may not be subscribed
	 * to twice.
	 */
	private HandlerResult resolvedResult(HandlerResult result, @Nullable Object value) {
		ReactiveAdapter adapter = getAdapter(result);
		return new HandlerResult(result.getHandler(),
				(adapter != null) ? adapter.fromPublisher(Mono.justOrEmpty(value)) : value,
				result.getReturnTypeSource(), result.getBindingContext());
	}

	private Mono<Void> handleOther(ServerWebExchange exchange, HandlerResult result) {
		return this.others.orderedStream()
			.filter((handler) -> handler != this && handler.supports(result))
			.findFirst()
			.map((handler) -> handler.handleResult(exchange, result))
			.orElseGet(() -> Mono
				.error(new IllegalStateException("No HandlerResultHandler for " + result.getReturnValue())));
	}

	private static Mono<Void> notFound(ServerWebExchange exchange) {
		exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
		return exchange.getResponse().setComplete();
	}

}
