package io.sparkex.boot.web.servlet;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Empty HTTP/2 trailers that fail unless the body is complete. Tomcat ends the stream of
 * a failed response like that of a complete response, but requests the trailers first. If
 * that fails, it resets the stream.
 */
final class CompletionTrailers implements Supplier<Map<String, String>> {

	private final AtomicBoolean complete = new AtomicBoolean();

	/**
	 * Registers the trailers before the response is committed. Not needed for HTTP/1.1,
	 * since the connection is closed.
	 */
	void register(HttpServletRequest request, HttpServletResponse response) {
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
			throw new IllegalStateException("The response is incomplete, so its stream has to be reset");
		}
		return Map.of();
	}

}
