package io.sparkex.boot.web;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;

import io.sparkex.DataFrame;
import io.sparkex.Results;
import io.sparkex.SparkSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ResultsJacksonModule}, without a server.
 */
class ResultsJacksonModuleTests {

	private final JsonMapper mapper = JsonMapper.builder().addModule(new ResultsJacksonModule()).build();

	@AutoClose
	private final SparkSession spark = SparkSession.builder().url("sc://localhost:1").build();

	private final DataFrame frame = this.spark.range(2);

	@Test
	void rejectsDataFrames() {
		for (Object value : List.of(this.frame, Map.of("rows", this.frame), List.of(this.frame),
				new Page(1, this.frame))) {
			assertThatExceptionOfType(InvalidDefinitionException.class)
				.isThrownBy(() -> this.mapper.writeValueAsString(value))
				.withMessageContaining("Return the DataFrame itself from the controller");
		}
	}

	@Test
	void rejectsMappedResults() {
		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> this.mapper.writeValueAsString(this.frame.as(Long.class)))
			.withMessageContaining("df.as(Trip.class).collect()");
	}

	@Test
	void ignoresOtherValues() {
		assertThat(this.mapper.writeValueAsString(Map.of("rows", List.of(1, 2)))).isEqualTo("{\"rows\":[1,2]}");
	}

	record Page(int number, Results<?> rows) {

	}

}
