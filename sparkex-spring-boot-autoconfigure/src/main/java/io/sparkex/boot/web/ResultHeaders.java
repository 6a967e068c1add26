package io.sparkex.boot.web;

import java.util.List;

import org.springframework.http.HttpHeaders;

/**
 * Headers that belong to a query result. If the query fails before the response is
 * committed, they must be removed from the error response: a cached error would outlive
 * its cause. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ResultHeaders {

	private static final List<String> CACHING = List.of(HttpHeaders.CACHE_CONTROL, HttpHeaders.ETAG,
			HttpHeaders.LAST_MODIFIED, HttpHeaders.EXPIRES);

	private final HttpHeaders headers;

	private final HttpHeaders before;

	private ResultHeaders(HttpHeaders headers, HttpHeaders before) {
		this.headers = headers;
		this.before = before;
	}

	/**
	 * Records the headers of a response before an entity adds its own.
	 * @param headers the headers of the response
	 * @return an object that removes the headers of the entity
	 */
	public static ResultHeaders addedTo(HttpHeaders headers) {
		return new ResultHeaders(headers, HttpHeaders.copyOf(headers));
	}

	/**
	 * Removes added headers and restores changed headers.
	 */
	public void remove() {
		for (String name : List.copyOf(this.headers.headerNames())) {
			List<String> values = this.before.get(name);
			if (values == null) {
				this.headers.remove(name);
			}
			else if (!values.equals(this.headers.get(name))) {
				this.headers.put(name, values);
			}
		}
	}

	/**
	 * Removes the headers that allow caches to store the response.
	 * @param headers the headers of a response that is not committed
	 */
	public static void removeCaching(HttpHeaders headers) {
		CACHING.forEach(headers::remove);
	}

}
