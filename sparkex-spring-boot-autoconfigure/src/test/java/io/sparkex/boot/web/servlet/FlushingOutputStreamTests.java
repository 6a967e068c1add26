package io.sparkex.boot.web.servlet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.mock.http.MockHttpOutputMessage;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FlushingOutputStream}.
 */
class FlushingOutputStreamTests {

	private static final byte[] ROWS = "1\n2\n".getBytes(StandardCharsets.UTF_8);

	@Test
	void flushesMessage() throws IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		ServletServerHttpResponse message = new ServletServerHttpResponse(response);
		try (OutputStream out = new FlushingOutputStream(message.getBody(), message)) {
			out.write(ROWS);
			assertThat(response.isCommitted()).isFalse();
			out.flush();
			assertThat(response.isCommitted()).isTrue();
			out.write('3');
		}
		assertThat(response.getContentAsString()).isEqualTo("1\n2\n3");
	}

	@Test
	void supportsMessagesWithoutFlush() throws IOException {
		MockHttpOutputMessage message = new MockHttpOutputMessage();
		try (OutputStream out = new FlushingOutputStream(message.getBody(), message)) {
			out.write(ROWS);
			out.flush();
		}
		assertThat(message.getBodyAsBytes()).isEqualTo(ROWS);
	}

}
