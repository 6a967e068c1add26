package io.sparkex;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkToken;
import io.sparkex.connect.TlsOptions;
import io.sparkex.errors.InvalidConnectionStringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SparkSessionBuilder}.
 */
class SparkSessionBuilderTests {

	private final AtomicReference<@Nullable ConnectionString> target = new AtomicReference<>();

	private final AtomicReference<@Nullable ChannelOptions> options = new AtomicReference<>();

	private final Map<String, String> environment = new HashMap<>();

	private SparkSessionBuilder builder() {
		return new SparkSessionBuilder(this.environment).channelFactory(this::channel);
	}

	private ManagedChannel channel(ConnectionString connection, ChannelOptions channelOptions) {
		this.target.set(connection);
		this.options.set(channelOptions);
		return InProcessChannelBuilder.forName("absent").build();
	}

	@Test
	void connectsToLocalhostByDefault() {
		try (SparkSession session = builder().build()) {
			assertThat(this.target.get()).hasToString("sc://localhost:15002");
			assertThat(this.options.get()).isEqualTo(ChannelOptions.defaults());
			assertThat(session.sessionId()).hasSize(36);
			assertThat(session).hasToString("SparkSession[" + session.sessionId() + "]");
		}
	}

	@Test
	void overridesUrlWithSettings() {
		builder().remote("sc://h:1/;token=a;user_id=b;grpc_max_message_size=1000")
			.token("c")
			.userId("d")
			.connectTimeout(Duration.ofSeconds(3))
			.build()
			.close();
		assertThat(this.target.get())
			.isEqualTo(ConnectionString.parse("sc://h:1/;token=c;user_id=d;grpc_max_message_size=1000"));
		assertThat(this.options.get())
			.isEqualTo(ChannelOptions.defaults().withConnectTimeout(Duration.ofSeconds(3)).withMaxMessageSize(1_000));
	}

	@Test
	void givesEachSessionUniqueId() {
		SparkSessionBuilder builder = builder();
		try (SparkSession one = builder.build(); SparkSession two = builder.build()) {
			assertThat(one.sessionId()).isNotEqualTo(two.sessionId());
		}
	}

	@Test
	void rejectsInvalidSettings() {
		assertThatExceptionOfType(InvalidConnectionStringException.class).isThrownBy(() -> builder().url("http://h"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder().token(" "))
			.withMessage("token must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().userId(""))
			.withMessage("userId must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().connectTimeout(Duration.ZERO).build())
			.withMessageContaining("connectTimeout must be positive");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().token("s3cret\n").build())
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("token").doesNotContain("s3cret"));
		assertThat(this.target).hasNullValue();
	}

	@Test
	void rejectsTokenOverPlaintext() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder().url("sc://h/;use_ssl=false").token("s3cret").build())
			.withMessageContaining("must not be sent unencrypted");
	}

	@Test
	void overridesUrlWithAllSettings() {
		UUID session = UUID.randomUUID();
		builder()
			.url("sc://h:1/;user_agent=url;session_id=00112233-4455-6677-8899-aabbccddeeff;X-Team=url;x-other=1"
					+ ";grpc_max_message_size=1000")
			.userAgent("builder")
			.sessionId(session)
			.header("x-team", "builder")
			.maxMessageSize(2_000)
			.keepAlive(Duration.ofMinutes(6), Duration.ofSeconds(7))
			.idleTimeout(Duration.ofMinutes(1))
			.build()
			.close();
		ConnectionString connection = Objects.requireNonNull(this.target.get());
		assertThat(connection.userAgent()).isEqualTo("builder");
		assertThat(connection.sessionId()).isEqualTo(session);
		assertThat(connection.headers()).isEqualTo(Map.of("x-other", "1", "x-team", "builder"));
		assertThat(this.options.get()).isEqualTo(ChannelOptions.defaults()
			.withMaxMessageSize(2_000)
			.withKeepAlive(Duration.ofMinutes(6), Duration.ofSeconds(7))
			.withIdleTimeout(Duration.ofMinutes(1)));
	}

	@Test
	void keepsSettingsIfUrlIsSetLater() {
		builder().userId("builder").url("sc://h:1/;user_id=url").build().close();
		assertThat(Objects.requireNonNull(this.target.get()).userId()).isEqualTo("builder");
	}

	@Test
	void enablesTlsWithTlsOptions() {
		builder().url("sc://h").tls(TlsOptions.systemTrust()).build().close();
		assertThat(Objects.requireNonNull(this.target.get()).encrypted()).isTrue();
		assertThat(Objects.requireNonNull(this.options.get()).tls()).isSameAs(TlsOptions.systemTrust());
		assertThatExceptionOfType(InvalidConnectionStringException.class)
			.isThrownBy(() -> builder().url("sc://h/;use_ssl=false").tls(TlsOptions.systemTrust()).build())
			.withMessageContaining("remove one of the two");
	}

	@Test
	void usesLastOfTokenAndSupplier() {
		builder().url("sc://localhost/;token=url").token("a").tokenSupplier(() -> SparkToken.of("b")).build().close();
		assertThat(Objects.requireNonNull(this.target.get()).token()).isNull();
		builder().url("sc://localhost/;token=url").tokenSupplier(() -> SparkToken.of("b")).token("a").build().close();
		assertThat(Objects.requireNonNull(this.target.get()).token()).isEqualTo("a");
	}

	@Test
	void usesUrlOfEnvironment() {
		this.environment.put("SPARK_REMOTE", "sc://from-environment:7/;user_id=env;token=env");
		builder().userId("builder").build().close();
		assertThat(this.target.get())
			.isEqualTo(ConnectionString.parse("sc://from-environment:7/;user_id=builder;token=env"));
		builder().url("sc://from-url").build().close();
		assertThat(this.target.get()).isEqualTo(ConnectionString.parse("sc://from-url"));
		this.environment.put("SPARK_REMOTE", " ");
		builder().build().close();
		assertThat(this.target.get()).hasToString("sc://localhost:15002");
	}

	@Test
	void reportsVariableWithMalformedUrl() {
		this.environment.put("SPARK_REMOTE", "local[*]");
		assertThatExceptionOfType(InvalidConnectionStringException.class).isThrownBy(() -> builder().build())
			.withMessageContaining("it must start with sc://; it comes from the environment variable SPARK_REMOTE");
		builder().url("sc://h").build().close();
	}

	@Test
	void usesTokenOfEnvironmentAsDefault() {
		this.environment.put("SPARK_CONNECT_AUTHENTICATE_TOKEN", "env");
		builder().url("sc://h").build().close();
		assertThat(this.target.get()).isEqualTo(ConnectionString.parse("sc://h/;token=env"));
		builder().url("sc://h/;token=url").build().close();
		assertThat(Objects.requireNonNull(this.target.get()).token()).isEqualTo("url");
		builder().url("sc://h").token("builder").build().close();
		assertThat(Objects.requireNonNull(this.target.get()).token()).isEqualTo("builder");
		builder().url("sc://h").tokenSupplier(() -> SparkToken.of("supplier")).build().close();
		assertThat(Objects.requireNonNull(this.target.get()).token()).isNull();
		this.environment.put("SPARK_CONNECT_AUTHENTICATE_TOKEN", "");
		builder().url("sc://h").build().close();
		assertThat(Objects.requireNonNull(this.target.get()).token()).isNull();
	}

	@Test
	void ignoresTokenOfEnvironmentForPlaintextLocalhost() {
		this.environment.put("SPARK_CONNECT_AUTHENTICATE_TOKEN", "env");
		for (String url : new String[] { "sc://localhost", "sc://127.0.0.1", "sc://[::1]/;use_ssl=false" }) {
			builder().url(url).build().close();
			assertThat(Objects.requireNonNull(this.target.get()).encrypted()).isFalse();
			assertThat(Objects.requireNonNull(this.target.get()).token()).isEqualTo("env");
		}
	}

	@Test
	void reportsVariableWithUnusableToken() {
		this.environment.put("SPARK_CONNECT_AUTHENTICATE_TOKEN", "s3cret\n");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().build())
			.withMessageContaining("In the environment variable SPARK_CONNECT_AUTHENTICATE_TOKEN the token has a")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("s3cret"));
		this.environment.put("SPARK_CONNECT_AUTHENTICATE_TOKEN", "s3cret");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().url("sc://h/;use_ssl=false").build())
			.withMessageContaining("SPARK_CONNECT_AUTHENTICATE_TOKEN must not be sent unencrypted");
		builder().url("sc://h/;use_ssl=false").allowTokenOverPlaintext(true).build().close();
		assertThat(Objects.requireNonNull(this.target.get()).token()).isEqualTo("s3cret");
	}

	@Test
	void rejectsInvalidHeaders() {
		assertThatIllegalArgumentException().isThrownBy(() -> builder().header("authorization", "s3cret"))
			.withMessageContaining("'authorization' is reserved");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().userAgent(" "))
			.withMessage("userAgent must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().maxMessageSize(0))
			.withMessage("maxMessageSize must be positive but is 0");
	}

	@Test
	void customizesTheBuiltInChannelOnly() {
		List<String> applied = new ArrayList<>();
		new SparkSessionBuilder(this.environment).channelCustomizer((channel) -> applied.add("first"))
			.channelCustomizer((channel) -> applied.add("second"))
			.build()
			.close();
		assertThat(applied).containsExactly("first", "second");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().channelCustomizer((channel) -> {
		}).build()).withMessageContaining("channelCustomizer is for the built-in channel factory");
	}

}
