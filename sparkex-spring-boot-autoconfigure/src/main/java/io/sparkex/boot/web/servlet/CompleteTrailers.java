package io.sparkex.boot.web.servlet;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The trailers of a response over HTTP/2: none, but only after a complete body. Tomcat
 * ends the stream of a response that has failed like that of any other, and asks for the
 * trailers first. What is thrown then has it reset the stream.
 */
final class CompleteTrailers implements Supplier<Map<String, String>> {

	private final AtomicBoolean complete = new AtomicBoolean();

	/**
	 * To be called before the response has begun. Connections of HTTP/1.1 are closed
	 * without this.
	 */
	void guard(HttpServletRequest request, HttpServletResponse response) {
		if ("HTTP/2.0".equals(request.getProtocol())) {
			response.setTrailerFields(this);
		}
	}

	void complete() {
		this.complete.set(true);
	}

	@Override
	public Map<String, String> get() {
		if (!this.complete.get()) {
			throw new IllegalStateException("The response is not complete; its stream is to be reset");
		}
		return Map.of();
	}

}
