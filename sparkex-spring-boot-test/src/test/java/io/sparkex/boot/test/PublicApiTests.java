package io.sparkex.boot.test;

import org.junit.jupiter.api.Test;

import io.sparkex.fixtures.PublicApi;

/**
 * Tests for the public API of the module, as recorded in {@code public-api.txt}.
 */
class PublicApiTests {

	@Test
	void matchesRecordedApi() {
		PublicApi.verify();
	}

}
