package io.sparkex.boot.web;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * The body of a response that has not begun. As long as it is not opened, the response
 * can still become another one.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ResponseBody {

	/**
	 * Begins the response. Called once at most, when there is something to write or
	 * certainly nothing.
	 * @return where to write, or {@code null} if nobody wants the body, as after a HEAD
	 * request
	 * @throws IOException if the client is gone
	 */
	@Nullable OutputStream open() throws IOException;

}
