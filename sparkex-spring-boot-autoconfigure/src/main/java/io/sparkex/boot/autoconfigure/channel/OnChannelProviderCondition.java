package io.sparkex.boot.autoconfigure.channel;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches if {@code sparkex.channel.provider} selects a certain provider
 * or is {@code auto}.
 */
abstract class OnChannelProviderCondition extends SpringBootCondition {

	private final SparkexChannelProperties.Provider required;

	OnChannelProviderCondition(SparkexChannelProperties.Provider required) {
		this.required = required;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		SparkexChannelProperties.Provider provider = Binder.get(context.getEnvironment())
			.bind("sparkex.channel.provider", SparkexChannelProperties.Provider.class)
			.orElse(SparkexChannelProperties.Provider.AUTO);
		ConditionMessage message = ConditionMessage.forCondition("sparkex.channel.provider")
			.because("it is " + provider);
		return new ConditionOutcome(provider == SparkexChannelProperties.Provider.AUTO || provider == this.required,
				message);
	}

	/**
	 * Condition for net.devh.
	 */
	static final class NetDevh extends OnChannelProviderCondition {

		NetDevh() {
			super(SparkexChannelProperties.Provider.NET_DEVH);
		}

	}

	/**
	 * Condition for Spring gRPC.
	 */
	static final class SpringGrpc extends OnChannelProviderCondition {

		SpringGrpc() {
			super(SparkexChannelProperties.Provider.SPRING_GRPC);
		}

	}

}
