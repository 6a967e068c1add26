package io.sparkex.boot.web;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResultHeaders}.
 */
class ResultHeadersTests {

	private final HttpHeaders headers = new HttpHeaders();

	@Test
	void removesAddedHeaders() {
		this.headers.add(HttpHeaders.VARY, "Origin");
		this.headers.add("X-Frame-Options", "DENY");
		ResultHeaders added = ResultHeaders.addedTo(this.headers);
		this.headers.add(HttpHeaders.VARY, "Accept");
		this.headers.setETag("\"rows\"");
		added.remove();
		assertThat(this.headers.toSingleValueMap())
			.containsExactlyInAnyOrderEntriesOf(Map.of("Vary", "Origin", "X-Frame-Options", "DENY"));
		assertThat(this.headers.getVary()).containsExactly("Origin");
	}

	@Test
	void removesCachingHeaders() {
		for (String name : List.of("cache-control", "etag", "last-modified", "expires", "vary")) {
			this.headers.add(name, "x");
		}
		ResultHeaders.removeCaching(this.headers);
		assertThat(this.headers.headerNames()).containsExactly("vary");
	}

}
