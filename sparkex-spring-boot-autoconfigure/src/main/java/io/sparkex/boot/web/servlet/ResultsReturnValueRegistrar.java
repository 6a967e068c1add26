package io.sparkex.boot.web.servlet;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import io.sparkex.boot.web.ResultsWriter;

/**
 * {@link BeanPostProcessor} that registers the handler for {@link io.sparkex.Results} as
 * the first return value handler. Custom return value handlers come after the handler of
 * {@code @ResponseBody}, which is too late.
 *
 * @since 0.1.0
 */
public final class ResultsReturnValueRegistrar implements BeanPostProcessor {

	private final ObjectProvider<ResultsWriter> writer;

	private final ObjectProvider<ContentNegotiationManager> negotiation;

	/**
	 * Creates a registrar. The arguments are resolved when an adapter is processed.
	 * @param writer writes the results
	 * @param negotiation resolves the requested media types
	 */
	public ResultsReturnValueRegistrar(ObjectProvider<ResultsWriter> writer,
			ObjectProvider<ContentNegotiationManager> negotiation) {
		this.writer = writer;
		this.negotiation = negotiation;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter) {
			List<HandlerMethodReturnValueHandler> others = adapter.getReturnValueHandlers();
			if (others != null) {
				adapter.setReturnValueHandlers(withResults(others));
			}
		}
		return bean;
	}

	private List<HandlerMethodReturnValueHandler> withResults(List<HandlerMethodReturnValueHandler> others) {
		ResultsHttpMessageConverter converter = new ResultsHttpMessageConverter(this.writer.getObject());
		List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
		handlers.add(new ResultsReturnValueHandler(converter, this.negotiation.getObject(), others));
		handlers.addAll(others);
		return handlers;
	}

}
