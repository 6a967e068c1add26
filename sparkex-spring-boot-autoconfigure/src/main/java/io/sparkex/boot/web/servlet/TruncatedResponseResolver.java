package io.sparkex.boot.web.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

import io.sparkex.boot.web.IncompleteResponseException;

/**
 * Sees to it that a response which cannot be completed is cut off. The exception goes to
 * the container, which closes the connection, past all handlers: what they wrote would
 * follow the rows, and the response would seem to be whole. For the same reason nothing
 * is added by an error page.
 *
 * @since 0.1.0
 */
public final class TruncatedResponseResolver implements HandlerExceptionResolver, HandlerInterceptor, Ordered {

	private static final String CUT = TruncatedResponseResolver.class.getName() + ".CUT";

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		if (ex instanceof IncompleteResponseException incomplete) {
			request.setAttribute(CUT, true);
			throw incomplete;
		}
		return null;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		return request.getAttribute(CUT) == null;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
