package io.sparkex.values;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Geometry} and {@link Geography}.
 */
class SpatialTests {

	private static final byte[] WKB = { 1, 2, 3 };

	@Test
	void isEqualIfClassAndContentAreEqual() {
		assertThat(new Geometry(WKB, 0)).isEqualTo(new Geometry(WKB.clone(), 0))
			.hasSameHashCodeAs(new Geometry(WKB.clone(), 0))
			.isNotEqualTo(new Geometry(WKB, 1))
			.isNotEqualTo(new Geometry(new byte[] { 1 }, 0))
			.isNotEqualTo(new Geography(WKB, 0));
	}

	@Test
	void copiesBytes() {
		byte[] bytes = WKB.clone();
		Geography shape = new Geography(bytes, 4326);
		bytes[0] = 9;
		shape.wkb()[1] = 9;
		assertThat(shape.wkb()).containsExactly(WKB);
		assertThat(shape).hasToString("Geography[srid=4326, wkb of 3 bytes]");
	}

}
