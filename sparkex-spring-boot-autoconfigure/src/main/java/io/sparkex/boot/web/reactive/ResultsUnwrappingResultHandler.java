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
 * Finds {@link Results} that a return type does not tell of: in an {@link Optional}, and
 * in values to come that may be anything. An empty Optional is answered with 404, as by
 * {@code ResponseEntity.of(..)}. What turns out to be something else goes on to the other
 * handlers.
 *
 * @since 0.1.0
 */
public final class ResultsUnwrappingResultHandler extends HandlerResultHandlerSupport implements HandlerResultHandler {

	private final ResultsHandlerResultHandler results;

	private final ObjectProvider<HandlerResultHandler> others;

	/**
	 * A handler.
	 * @param results handles what is found
	 * @param others handles all else, and may have this handler among them
	 * @param contentTypeResolver finds out what clients accept
	 * @param adapters the reactive types that are known
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
		ResolvableType promised = result.getReturnType().getGeneric();
		return !adapter.isMultiValue() && !adapter.isNoValue()
				&& (promised.toClass() == Object.class || isOptionalResults(null, promised));
	}

	private static boolean isOptionalResults(@Nullable Object value, ResolvableType type) {
		return (value instanceof Optional<?> optional && optional.orElse(null) instanceof Results)
				|| (Optional.class == type.toClass() && Results.class.isAssignableFrom(type.getGeneric().toClass()));
	}

	@Override
	public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
		ResultsHandlerResultHandler.keepBegunResponse(result);
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
		HandlerResult again = again(result, value);
		return ResultsHandlerResultHandler.isEntityOfResults(value) ? this.results.handleEntity(exchange, again)
				: handleOther(exchange, again);
	}

	/**
	 * A publisher may not give its value a second time.
	 */
	private HandlerResult again(HandlerResult result, @Nullable Object value) {
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
			.orElseGet(() -> Mono.error(new IllegalStateException("Nothing handles " + result.getReturnValue())));
	}

	private static Mono<Void> notFound(ServerWebExchange exchange) {
		exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
		return exchange.getResponse().setComplete();
	}

}
