package io.sparkex.boot.web;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Body of a response that is not committed yet. Until it is opened, another response can
 * be sent instead.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ResponseBody {

	/**
	 * Commits the response. Called at most once, when the first bytes are available or
	 * the result is empty.
	 * @return the stream to write to, or {@code null} if the body was not requested, as
	 * in a HEAD request
	 * @throws IOException if the client has disconnected
	 */
	@Nullable OutputStream open() throws IOException;

}
