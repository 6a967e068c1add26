package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.grpc.ManagedChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.SparkToken;
import io.sparkex.connect.TlsOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ClientOptions}, {@link ChannelOptions} and the channel created from
 * them.
 */
class ClientOptionsTests {

	private static final ChannelOptions CHANNEL = ChannelOptions.defaults()
		.withConnectTimeout(Duration.ofSeconds(1))
		.withMaxMessageSize(1_000);

	private static ClientOptions options(String url, Map<String, String> configuration) {
		return ClientOptions.of(ConnectionString.parse(url))
			.withChannel(CHANNEL)
			.withConfiguration(configuration)
			.secured();
	}

	@Test
	void rejectsTokenOverPlaintext() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> options("sc://host:1/;token=s3cret;use_ssl=false", Map.of()))
			.withMessageContaining("host:1")
			.withMessageContaining("a token must not be sent unencrypted to another machine; remove use_ssl=false")
			.withMessageContaining("allowTokenOverPlaintext");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sc://host/;token=t", "sc://host/;token=t;use_ssl=true", "sc://localhost/;token=t",
			"sc://127.0.0.1/;token=t;use_ssl=false", "sc://[::1]/;token=t", "sc://host/;use_ssl=false" })
	void acceptsTokenOverSecureOrLocalConnection(String url) {
		assertThat(options(url, Map.of()).target()).isEqualTo(ConnectionString.parse(url));
	}

	@Test
	void rejectsTokenSupplierOverPlaintext() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClientOptions.of(ConnectionString.parse("sc://host:1/;use_ssl=false"))
				.withTokenSupplier(() -> SparkToken.of("s3cret"))
				.secured())
			.withMessageContaining("must not be sent unencrypted");
	}

	@Test
	void allowsTokenOverPlaintextIfConfigured() {
		ConnectionString target = ConnectionString.parse("sc://host:1/;token=s3cret;use_ssl=false");
		ClientOptions options = ClientOptions.of(target).withTokenOverPlaintext(true).secured();
		assertThat(options.target().encrypted()).isFalse();
		assertThat(options.allowTokenOverPlaintext()).isTrue();
		ConnectionString silent = ConnectionString.parse("sc://host:1/;token=s3cret");
		assertThat(ClientOptions.of(silent).withTokenOverPlaintext(true).secured().target().encrypted()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "sc://host, true", "sc://localhost, false", "sc://localhost/;use_ssl=true, true",
			"sc://[::1]/;token=t, false" })
	void usesTlsWithTokenSupplier(String url, boolean encrypted) {
		ClientOptions options = ClientOptions.of(ConnectionString.parse(url))
			.withTokenSupplier(() -> SparkToken.of("s3cret"))
			.secured();
		assertThat(options.target().encrypted()).isEqualTo(encrypted);
		assertThat(options.target().token()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sc://host", "sc://localhost", "sc://localhost/;token=t", "sc://host/;use_ssl=true" })
	void usesTlsWithTlsOptions(String url) {
		ClientOptions options = ClientOptions.of(ConnectionString.parse(url))
			.withChannel(CHANNEL.withTls(TlsOptions.systemTrust()))
			.secured();
		assertThat(options.target().encrypted()).isTrue();
		assertThat(options.forSetup().target()).isEqualTo(options.target());
	}

	@ParameterizedTest
	@ValueSource(strings = { "sc://host/;use_ssl=false", "sc://localhost/;use_ssl=false;token=t" })
	void rejectsTlsOptionsIfTlsIsDisabled(String url) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClientOptions.of(ConnectionString.parse(url))
				.withChannel(CHANNEL.withTls(TlsOptions.systemTrust()))
				.secured())
			.withMessageContaining("use_ssl=false turns encryption off, but TLS options are given");
	}

	@Test
	void usesDefaultsForServersAndLoadBalancers() {
		ChannelOptions options = ChannelOptions.defaults();
		assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
		assertThat(options.maxMessageSize()).isEqualTo(128 << 20);
		assertThat(options.keepAliveTime()).isEqualTo(Duration.ofMinutes(5));
		assertThat(options.keepAliveTimeout()).isEqualTo(Duration.ofSeconds(20));
		assertThat(options.idleTimeout()).isEqualTo(Duration.ofSeconds(210));
		assertThat(options.tls()).isNull();
		assertThat(options).isEqualTo(options.withTls(null)).hasSameHashCodeAs(options.withTls(null));
		assertThat(options).isNotEqualTo(options.withIdleTimeout(Duration.ofSeconds(1)));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S", "PT-1S", "PT600H" })
	void rejectsInvalidDurations(Duration time) {
		String problem = " must be positive and below 24 days but is " + time;
		assertThatIllegalArgumentException().isThrownBy(() -> CHANNEL.withIdleTimeout(time))
			.withMessage("idleTimeout" + problem);
		assertThatIllegalArgumentException().isThrownBy(() -> CHANNEL.withKeepAlive(time, Duration.ofSeconds(1)))
			.withMessage("keepAliveTime" + problem);
		assertThatIllegalArgumentException().isThrownBy(() -> CHANNEL.withKeepAlive(Duration.ofSeconds(1), time))
			.withMessage("keepAliveTimeout" + problem);
	}

	@Test
	void appliesCustomizersInOrder() {
		List<String> applied = new ArrayList<>();
		SparkChannelFactory factory = SparkChannelFactory
			.netty(List.of((builder) -> applied.add("first"), (builder) -> {
				applied.add("second");
				builder.overrideAuthority("customized");
			}));
		ManagedChannel channel = factory.create(ConnectionString.parse("sc://localhost"), CHANNEL);
		try {
			assertThat(channel.authority()).isEqualTo("customized");
			assertThat(applied).containsExactly("first", "second");
		}
		finally {
			channel.shutdownNow();
		}
	}

	@Test
	void usesServerNameAsAuthority() {
		TlsOptions tls = TlsOptions.systemTrust().withServerName("münchen.example");
		ManagedChannel channel = SparkChannelFactory.netty(List.of())
			.create(ConnectionString.parse("sc://localhost:1"), CHANNEL.withTls(tls));
		try {
			assertThat(channel.authority()).isEqualTo("xn--mnchen-3ya.example");
		}
		finally {
			channel.shutdownNow();
		}
	}

	@Test
	void masksTokenAndConfigurationValues() {
		assertThat(options("sc://host/;token=s3cret;x-key=s3cret", Map.of("spark.password", "s3cret")).toString())
			.contains("host", "spark.password")
			.doesNotContain("s3cret");
	}

	@Test
	void copiesConfiguration() {
		Map<String, String> configuration = new HashMap<>(Map.of("a", "b"));
		ClientOptions options = options("sc://host", configuration);
		configuration.clear();
		assertThat(options.configuration()).containsExactly(Map.entry("a", "b"));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S", "PT-1S", "PT600H" })
	void rejectsInvalidConnectTimeout(Duration timeout) {
		assertThatIllegalArgumentException().isThrownBy(() -> CHANNEL.withConnectTimeout(timeout))
			.withMessage("connectTimeout must be positive and below 24 days but is " + timeout);
	}

	@Test
	void rejectsInvalidMessageSize() {
		assertThatIllegalArgumentException().isThrownBy(() -> CHANNEL.withMaxMessageSize(0))
			.withMessage("maxMessageSize must be positive but is 0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sc://localhost", "sc://spark-connect.a1:15002", "sc://[::1]:15002", "sc://[fe80::1%eth0]",
			"sc://größe.example", "sc://10.0.0.1/;use_ssl=true" })
	void createsChannelWithoutConnecting(String url) {
		ManagedChannel channel = SparkChannelFactory.netty(List.of()).create(ConnectionString.parse(url), CHANNEL);
		try {
			assertThat(channel.getState(false)).isEqualTo(io.grpc.ConnectivityState.IDLE);
		}
		finally {
			channel.shutdownNow();
		}
	}

	@Test
	void rejectsUnknownProtocolsAndCiphers() {
		for (TlsOptions wrong : List.of(TlsOptions.systemTrust().withProtocols(List.of("TLS1.3")),
				TlsOptions.systemTrust().withCiphers(List.of("NONE_SUCH")))) {
			assertThatIllegalArgumentException().isThrownBy(() -> SparkChannelFactory.netty(List.of())
				.create(ConnectionString.parse("sc://localhost"), ChannelOptions.defaults().withTls(wrong)));
		}
		SparkChannelFactory.netty(List.of())
			.create(ConnectionString.parse("sc://localhost"),
					ChannelOptions.defaults()
						.withTls(TlsOptions.systemTrust()
							.withProtocols(List.of("TLSv1.3"))
							.withCiphers(List.of("TLS_AES_256_GCM_SHA384"))))
			.shutdownNow();
	}

}
