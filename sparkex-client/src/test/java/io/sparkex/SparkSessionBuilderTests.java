package io.sparkex;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sparkex.errors.InvalidConnectionStringException;
import io.sparkex.transport.ChannelOptions;
import io.sparkex.transport.ConnectionString;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SparkSessionBuilder}.
 */
class SparkSessionBuilderTests {

	private final AtomicReference<@Nullable ConnectionString> target = new AtomicReference<>();

	private final AtomicReference<@Nullable ChannelOptions> options = new AtomicReference<>();

	private SparkSessionBuilder builder() {
		return SparkSession.builder().channelFactory(this::channel);
	}

	private ManagedChannel channel(ConnectionString connection, ChannelOptions channelOptions) {
		this.target.set(connection);
		this.options.set(channelOptions);
		return InProcessChannelBuilder.forName("nobody").build();
	}

	@Test
	void goesToThisMachineByDefault() {
		try (SparkSession session = builder().build()) {
			assertThat(this.target.get()).hasToString("sc://localhost:15002");
			assertThat(this.options.get()).isEqualTo(ChannelOptions.defaults());
			assertThat(session.sessionId()).hasSize(36);
			assertThat(session).hasToString("SparkSession[" + session.sessionId() + "]");
		}
	}

	@Test
	void putsSettingsInThePlaceOfTheUrl() {
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
	void givesEachSessionItsOwnId() {
		SparkSessionBuilder builder = builder();
		try (SparkSession one = builder.build(); SparkSession two = builder.build()) {
			assertThat(one.sessionId()).isNotEqualTo(two.sessionId());
		}
	}

	@Test
	void refusesWrongSettings() {
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
	void refusesTokenOverPlaintext() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder().url("sc://h/;use_ssl=false").token("s3cret").build())
			.withMessageContaining("must not travel unencrypted");
	}

}
