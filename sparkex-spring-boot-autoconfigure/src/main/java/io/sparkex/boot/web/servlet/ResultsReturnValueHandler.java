package io.sparkex.boot.web.servlet;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.HttpEntityMethodProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

import io.sparkex.Results;

/**
 * Takes {@link Results}, as they are and in an {@link HttpEntity}, before those handlers
 * do that would offer them as whatever Jackson can write. All else is left to those.
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
	 * What is in an entity is seen only once it is there.
	 */
	@Override
	public boolean supportsReturnType(MethodParameter returnType) {
		Class<?> type = returnType.getParameterType();
		return Results.class.isAssignableFrom(type)
				|| (HttpEntity.class.isAssignableFrom(type) && this.others.supportsReturnType(returnType));
	}

	@Override
	public void handleReturnValue(@Nullable Object returnValue, MethodParameter returnType,
			ModelAndViewContainer container, NativeWebRequest request) throws Exception {
		handler(returnValue).handleReturnValue(returnValue, returnType, container, request);
	}

	private HandlerMethodReturnValueHandler handler(@Nullable Object returnValue) {
		if (returnValue instanceof Results) {
			return this.bodies;
		}
		boolean isEntity = returnValue instanceof HttpEntity<?> entity && entity.getBody() instanceof Results;
		return isEntity ? this.entities : this.others;
	}

}
