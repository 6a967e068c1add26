package io.sparkex.boot.autoconfigure.channel;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

import io.sparkex.boot.autoconfigure.channel.SparkexChannelProperties.Provider;

/**
 * Matches if {@code sparkex.channel.provider} selects a certain provider or is
 * {@code auto}.
 */
abstract class OnChannelProviderCondition extends SpringBootCondition {

	private final Provider required;

	OnChannelProviderCondition(Provider required) {
		this.required = required;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Provider provider = Binder.get(context.getEnvironment())
			.bind("sparkex.channel.provider", Provider.class)
			.orElse(Provider.AUTO);
		ConditionMessage message = ConditionMessage.forCondition("sparkex.channel.provider")
			.because("it is " + provider);
		return new ConditionOutcome(provider == Provider.AUTO || provider == this.required, message);
	}

	/**
	 * Matches for net.devh.
	 */
	static final class NetDevh extends OnChannelProviderCondition {

		NetDevh() {
			super(Provider.NET_DEVH);
		}

	}

	/**
	 * Matches for Spring gRPC.
	 */
	static final class SpringGrpc extends OnChannelProviderCondition {

		SpringGrpc() {
			super(Provider.SPRING_GRPC);
		}

	}

}
