package io.sparkex.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.grpc.ManagedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ClientOptions}, {@link ChannelOptions} and the channel made of them.
 */
class ClientOptionsTests {

	private static final ChannelOptions CHANNEL = ChannelOptions.defaults()
		.withConnectTimeout(Duration.ofSeconds(1))
		.withMaxMessageSize(1_000);

	private static ClientOptions options(String url, Map<String, String> configuration) {
		return ClientOptions.builder(ConnectionString.parse(url)).channel(CHANNEL).configuration(configuration).build();
	}

	@Test
	void refusesTokenOverPlaintext() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> options("sc://host:1/;token=s3cret;use_ssl=false", Map.of()))
			.withMessageContaining("host:1")
			.withMessageContaining("a token must not travel unencrypted to another machine; remove use_ssl=false")
			.withMessageContaining("allowTokenOverPlaintext");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sc://host/;token=t", "sc://host/;token=t;use_ssl=true", "sc://localhost/;token=t",
			"sc://127.0.0.1/;token=t;use_ssl=false", "sc://[::1]/;token=t", "sc://host/;use_ssl=false" })
	void takesTokenThatIsSafe(String url) {
		assertThat(options(url, Map.of()).target()).isEqualTo(ConnectionString.parse(url));
	}

	@Test
	void showsNeitherTokenNorValues() {
		assertThat(options("sc://host/;token=s3cret;x-key=s3cret", Map.of("spark.password", "s3cret")).toString())
			.contains("host", "spark.password")
			.doesNotContain("s3cret");
	}

	@Test
	void copiesTheConfiguration() {
		Map<String, String> configuration = new HashMap<>(Map.of("a", "b"));
		ClientOptions options = options("sc://host", configuration);
		configuration.clear();
		assertThat(options.configuration()).containsExactly(Map.entry("a", "b"));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S", "PT-1S", "PT600H" })
	void refusesConnectTimeout(Duration timeout) {
		assertThatIllegalArgumentException().isThrownBy(() -> CHANNEL.withConnectTimeout(timeout))
			.withMessage("connectTimeout must be positive and below 24 days but is " + timeout);
	}

	@Test
	void refusesMessageSize() {
		assertThatIllegalArgumentException().isThrownBy(() -> CHANNEL.withMaxMessageSize(0))
			.withMessage("maxMessageSize must be positive but is 0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sc://localhost", "sc://spark-connect.a1:15002", "sc://[::1]:15002", "sc://[fe80::1%eth0]",
			"sc://größe.example", "sc://10.0.0.1/;use_ssl=true" })
	void opensAChannelToEachHostWithoutDialling(String url) {
		ManagedChannel channel = ClientOptions.defaultChannelFactory().create(ConnectionString.parse(url), CHANNEL);
		try {
			assertThat(channel.getState(false)).isEqualTo(io.grpc.ConnectivityState.IDLE);
		}
		finally {
			channel.shutdownNow();
		}
	}

}
