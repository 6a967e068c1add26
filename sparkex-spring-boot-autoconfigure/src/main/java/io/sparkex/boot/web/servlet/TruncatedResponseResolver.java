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
 * {@link HandlerExceptionResolver} that aborts an incomplete response. The exception
 * bypasses the other resolvers and reaches the container, which closes the connection.
 * Output of an exception handler or an error page would be appended to the rows and make
 * the response look complete.
 *
 * @since 0.1.0
 */
public final class TruncatedResponseResolver implements HandlerExceptionResolver, HandlerInterceptor, Ordered {

	private static final String ABORTED = TruncatedResponseResolver.class.getName() + ".ABORTED";

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		if (ex instanceof IncompleteResponseException incomplete) {
			request.setAttribute(ABORTED, true);
			throw incomplete;
		}
		return null;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		return request.getAttribute(ABORTED) == null;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
