package io.sparkex.internal.transport;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.ConfigResponse;
import io.sparkex.internal.protocol.ConfigEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for reading the configuration through {@link SparkConnectClient}.
 */
class ConfigWarningsTests {

	private final FakeServer server = new FakeServer();

	private final Logger logger = (Logger) LoggerFactory.getLogger(UnaryRequests.class);

	private final ListAppender<ILoggingEvent> events = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.events.start();
		this.logger.addAppender(this.events);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.events);
		this.server.close();
	}

	@Test
	void logsServerWarnings() {
		this.server.onConfig = (request, observer) -> {
			observer.onNext(ConfigResponse.newBuilder()
				.setServerSideSessionId("server-1")
				.addWarnings("'spark.old' is deprecated")
				.addWarnings("'spark.odd' too")
				.build());
			observer.onCompleted();
		};
		try (SparkConnectClient client = this.server.client()) {
			client.config(ConfigEncoder.get("spark.old"));
		}
		assertThat(this.events.list).extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
			.containsExactly(tuple("'spark.old' is deprecated"), tuple("'spark.odd' too"));
	}

	private static org.assertj.core.groups.Tuple tuple(String warning) {
		return org.assertj.core.api.Assertions.tuple(Level.WARN, "The server warns: " + warning);
	}

	@Test
	void setsInitialConfigurationBeforeFirstQuery() {
		try (SparkConnectClient client = this.server.client("sc://localhost", Map.of("spark.a", "b"))) {
			client.config(ConfigEncoder.unset("spark.a"));
		}
		assertThat(this.server.configs).extracting(ConfigRequest::getOperation)
			.containsExactly(ConfigEncoder.set(Map.of("spark.a", "b")), ConfigEncoder.unset("spark.a"));
		assertThat(this.server.configs.get(1).getClientObservedServerSideSessionId()).isEqualTo("server-1");
		assertThat(this.events.list).isEmpty();
	}

}
