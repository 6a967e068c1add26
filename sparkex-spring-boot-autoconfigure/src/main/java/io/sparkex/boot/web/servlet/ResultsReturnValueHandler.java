package io.sparkex.boot.web.servlet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.HttpEntityMethodProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

import io.sparkex.Results;
import io.sparkex.boot.web.ResultHeaders;

/**
 * {@link HandlerMethodReturnValueHandler} for {@link Results}, an {@link HttpEntity} of
 * results and an {@link Optional} of results. Registered before the standard handlers,
 * which would use Jackson, and passes other values to them.
 */
final class ResultsReturnValueHandler implements HandlerMethodReturnValueHandler {

	private final HandlerMethodReturnValueHandler bodies;

	private final HandlerMethodReturnValueHandler entities;

	private final HandlerMethodReturnValueHandlerComposite others;

	ResultsReturnValueHandler(ResultsHttpMessageConverter converter, ContentNegotiationManager negotiation,
			List<HandlerMethodReturnValueHandler> others) {
		List<HttpMessageConverter<?>> converters = List.of(converter);
		this.bodies = new RequestResponseBodyMethodProcessor(converters, negotiation);
		this.entities = new HttpEntityMethodProcessor(converters, negotiation);
		this.others = new HandlerMethodReturnValueHandlerComposite().addHandlers(others);
	}

	/**
	 * Supports any entity that another handler supports, since the type of the body is
	 * known only at runtime.
	 */
	@Override
	public boolean supportsReturnType(MethodParameter returnType) {
		Class<?> type = returnType.getParameterType();
		boolean mayHaveResults = HttpEntity.class.isAssignableFrom(type) || Optional.class == type;
		return Results.class.isAssignableFrom(type) || (mayHaveResults && this.others.supportsReturnType(returnType));
	}

	@Override
	public void handleReturnValue(@Nullable Object returnValue, MethodParameter returnType,
			ModelAndViewContainer container, NativeWebRequest request) throws Exception {
		Object found = (returnValue instanceof Optional<?> optional) ? optional.orElse(null) : returnValue;
		if (found instanceof Results) {
			this.bodies.handleReturnValue(found, returnType, container, request);
		}
		else if (isEntity(returnValue)) {
			handleEntity(returnValue, returnType, container, request);
		}
		else if (isMissing(returnValue, returnType)) {
			container.setRequestHandled(true);
			response(request).setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
		else {
			this.others.handleReturnValue(returnValue, returnType, container, request);
		}
	}

	private void handleEntity(@Nullable Object entity, MethodParameter returnType, ModelAndViewContainer container,
			NativeWebRequest request) throws Exception {
		HttpServletResponse response = response(request);
		ResultHeaders headers = ResultHeaders.addedTo(new ServletServerHttpResponse(response).getHeaders());
		try {
			this.entities.handleReturnValue(entity, returnType, container, request);
		}
		catch (Exception | Error ex) {
			if (!response.isCommitted()) {
				headers.remove();
			}
			throw ex;
		}
	}

	private static HttpServletResponse response(NativeWebRequest request) {
		return Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
	}

	/**
	 * Returns whether the value is an empty optional, which results in status 404 as with
	 * {@code ResponseEntity.of(..)}.
	 */
	private static boolean isMissing(@Nullable Object returnValue, MethodParameter returnType) {
		return returnValue instanceof Optional<?> && Results.class
			.isAssignableFrom(ResolvableType.forMethodParameter(returnType).as(Optional.class).getGeneric().toClass());
	}

	private static boolean isEntity(@Nullable Object returnValue) {
		return returnValue instanceof HttpEntity<?> entity && entity.getBody() instanceof Results;
	}

}
