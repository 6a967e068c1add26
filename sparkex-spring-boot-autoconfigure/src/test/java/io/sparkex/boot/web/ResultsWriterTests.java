package io.sparkex.boot.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

import io.sparkex.Results;
import io.sparkex.errors.UnreachableException;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ResultsWriter}, with mock results.
 */
class ResultsWriterTests {

	private static final MediaType CSV = MediaType.parseMediaType("text/csv");

	private static final byte[] MANY = new byte[DeferredCommitOutputStream.SLICE * 2];

	private final ResultsWriter writer = writer(OptionalLong.empty(), ResultsFormat.values());

	private final Results<?> results = mock(Results.class);

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	private static ResultsWriter writer(OptionalLong maxRows, ResultsFormat... formats) {
		return new ResultsWriter(List.of(formats), maxRows, JsonOptions.defaults(), CsvOptions.defaults());
	}

	private void givenResults(Results<?> results, byte[] bytes, @Nullable RuntimeException failure) {
		willAnswer((invocation) -> {
			try {
				invocation.getArgument(0, OutputStream.class).write(bytes);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			if (failure != null) {
				throw failure;
			}
			return null;
		}).given(results).writeCsv(any(), any());
	}

	@Test
	void returnsMediaTypesInOrder() {
		assertThat(writer(OptionalLong.empty(), ResultsFormat.CSV, ResultsFormat.NDJSON).mediaTypes())
			.extracting(MediaType::toString)
			.containsExactly("text/csv", "application/x-ndjson", "application/jsonl");
	}

	@ParameterizedTest
	@CsvSource({ "application/json, true", "application/vnd.city+json, true", "application/*, true",
			"application/jsonl, true", "text/csv;charset=utf-16, true", "text/plain, false", "application/xml, false" })
	void supportsMediaTypesOfFormats(String mediaType, boolean expected) {
		assertThat(this.writer.canWrite(MediaType.parseMediaType(mediaType))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "application/json;q=0.5, application/json", "application/json;charset=iso-8859-1, application/json",
			"text/csv;charset=utf-16, text/csv;charset=UTF-8", "text/*, text/csv;charset=UTF-8",
			"text/csv;header=absent, text/csv;header=absent;charset=UTF-8",
			"text/csv;HEADER=Present, text/csv;header=present;charset=UTF-8",
			"text/csv;header=maybe, text/csv;charset=UTF-8",
			"application/vnd.city+json;v=2, application/vnd.city+json;v=2" })
	void returnsContentType(String mediaType, String contentType) {
		assertThat(this.writer.contentType(MediaType.parseMediaType(mediaType))).hasToString(contentType);
	}

	@Test
	void rejectsOtherFormats() {
		ResultsWriter json = writer(OptionalLong.empty(), ResultsFormat.JSON);
		assertThat(json.canWrite(CSV)).isFalse();
		assertThat(json.canWrite(null)).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> json.write(this.results, CSV, () -> this.body))
			.withMessageContaining("text/csv");
	}

	@Test
	void limitsRows() throws IOException {
		Results<Object> limited = mock();
		given(this.results.maxRows(7)).willAnswer((invocation) -> limited);
		givenResults(limited, "limited".getBytes(StandardCharsets.UTF_8), null);
		writer(OptionalLong.of(7), ResultsFormat.CSV).write(this.results, CSV, () -> this.body);
		assertThat(this.body).hasToString("limited");
	}

	@Test
	void doesNotCommitResponseForEarlyFailure() {
		UnreachableException failure = new UnreachableException("gone");
		givenResults(this.results, new byte[100], failure);
		assertThatExceptionOfType(UnreachableException.class)
			.isThrownBy(() -> this.writer.write(this.results, CSV, () -> {
				throw new AssertionError("opened");
			}))
			.isSameAs(failure);
	}

	@Test
	void failsWithIncompleteResponseForLateFailure() {
		UnreachableException failure = new UnreachableException("gone");
		givenResults(this.results, MANY, failure);
		assertThatExceptionOfType(IncompleteResponseException.class)
			.isThrownBy(() -> this.writer.write(this.results, CSV, () -> this.body))
			.withCause(failure);
	}

	@Test
	void propagatesDisconnectOfClient() {
		givenResults(this.results, MANY, null);
		IOException gone = new IOException("Broken pipe");
		assertThatIOException().isThrownBy(() -> this.writer.write(this.results, CSV, () -> {
			throw gone;
		})).isSameAs(gone);
	}

	@Test
	void stopsWhenBodyIsNotRequested() throws IOException {
		givenResults(this.results, MANY, new IllegalStateException("not stopped"));
		this.writer.write(this.results, CSV, () -> null);
		assertThat(this.body.size()).isZero();
	}

}
