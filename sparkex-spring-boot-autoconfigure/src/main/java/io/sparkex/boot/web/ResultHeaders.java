package io.sparkex.boot.web;

import java.util.List;

import org.springframework.http.HttpHeaders;

/**
 * The headers that are set for the rows of a query. When the query fails before its
 * response has begun, they must not go with what is sent instead: an error that a cache
 * keeps outlives its cause. For one response and one thread at a time.
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
	 * To be called before an entity adds its headers.
	 * @param headers those of the response, to be changed later on
	 * @return what takes the headers of the entity back
	 */
	public static ResultHeaders addedTo(HttpHeaders headers) {
		return new ResultHeaders(headers, HttpHeaders.copyOf(headers));
	}

	/**
	 * Takes back all that was added or changed.
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
	 * Removes what tells caches to keep the response, whoever has set it.
	 * @param headers those of a response that has not begun
	 */
	public static void removeCaching(HttpHeaders headers) {
		CACHING.forEach(headers::remove);
	}

}
