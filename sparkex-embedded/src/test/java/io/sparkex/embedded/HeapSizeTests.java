package io.sparkex.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HeapSizeTests {

	@ParameterizedTest
	@CsvSource({ "1g, 1073741824", "2 GB, 2147483648", "512m, 536870912", "600MiB, 629145600", "1048576k, 1073741824",
			"536870912, 536870912", "536870912b, 536870912" })
	void parsesSizesOfJavaAndSpark(String text, long bytes) {
		assertThat(HeapSize.parse(text)).isEqualTo(bytes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "g", "-1g", "1.5g", "1x", "lots" })
	void rejectsInvalidSizes(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> HeapSize.parse(text)).withMessageContaining("512m or 2g");
	}

	@Test
	void rejectsSizesThatAreTooSmall() {
		assertThatIllegalArgumentException().isThrownBy(() -> HeapSize.parse("256m"))
			.withMessageContaining("at least 512m");
	}

	@Test
	void rejectsSizesThatOverflow() {
		assertThatIllegalArgumentException().isThrownBy(() -> HeapSize.parse("999999999999999t"))
			.withMessageContaining("too large");
	}

}
