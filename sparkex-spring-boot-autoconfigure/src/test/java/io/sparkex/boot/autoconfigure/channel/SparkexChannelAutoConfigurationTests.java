package io.sparkex.boot.autoconfigure.channel;

import java.util.ArrayList;
import java.util.List;

import net.devh.boot.grpc.client.autoconfigure.GrpcClientAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.grpc.client.NettyGrpcChannelFactory;

import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.connect.SparkChannelFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SparkexChannelAutoConfiguration} without connections.
 */
class SparkexChannelAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexChannelAutoConfiguration.class));

	private final ApplicationContextRunner netDevh = this.contextRunner
		.withConfiguration(AutoConfigurations.of(GrpcClientAutoConfiguration.class));

	private final ApplicationContextRunner springGrpc = this.contextRunner.withBean("springGrpc",
			GrpcChannelFactory.class, () -> mock(NettyGrpcChannelFactory.class));

	@Test
	void providesNoProviderWithoutFactory() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SparkChannelConfigurer.class)
			.doesNotHaveBean(SparkChannelProvider.class));
	}

	@ParameterizedTest
	@CsvSource({ "net-devh, net.devh", "spring-grpc, spring" })
	void selectsProviderByProperty(String wanted, String expected) {
		this.netDevh.withBean("springGrpc", GrpcChannelFactory.class, () -> mock(NettyGrpcChannelFactory.class))
			.withPropertyValues("sparkex.channel.provider=" + wanted)
			.run((context) -> assertThat(context).getBean(SparkChannelProvider.class)
				.isInstanceOf(
						expected.equals("net.devh") ? NetDevhChannelProvider.class : SpringGrpcChannelProvider.class));
	}

	@Test
	void prefersNetDevh() {
		this.netDevh.withBean("springGrpc", GrpcChannelFactory.class, () -> mock(NettyGrpcChannelFactory.class))
			.run((context) -> assertThat(context).hasSingleBean(NetDevhChannelProvider.class));
	}

	@Test
	void failsForSeveralProvidersWithoutPrimary() {
		SparkChannelProvider own = (session, protection) -> SparkChannelFactory.netty(List.of());
		ApplicationContextRunner two = this.contextRunner.withBean("one", SparkChannelProvider.class, () -> own)
			.withBean("two", SparkChannelProvider.class, () -> own);
		two.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(NoUniqueBeanDefinitionException.class));
		two.withPropertyValues("sparkex.channel.provider=built-in")
			.run((context) -> assertThat(context).hasSingleBean(SparkChannelConfigurer.class));
	}

	@Test
	void usesBuiltInChannelsByProperty() {
		this.netDevh.withBean("springGrpc", GrpcChannelFactory.class, () -> mock(NettyGrpcChannelFactory.class))
			.withPropertyValues("sparkex.channel.provider=built-in")
			.run((context) -> assertThat(context).hasSingleBean(SparkChannelConfigurer.class)
				.doesNotHaveBean(SparkChannelProvider.class));
	}

	@Test
	void backsOffForOwnConfigurer() {
		SparkChannelConfigurer own = SparkChannelConfigurer.builtIn();
		this.contextRunner.withBean("own", SparkChannelConfigurer.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkChannelConfigurer.class).isSameAs(own));
	}

	@Test
	void backsOffForOwnProvider() {
		SparkChannelProvider own = (session, protection) -> SparkChannelFactory.netty(List.of());
		this.netDevh.withBean("own", SparkChannelProvider.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkChannelProvider.class).isSameAs(own));
		this.springGrpc.withBean("own", SparkChannelProvider.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkChannelProvider.class).isSameAs(own));
	}

	@Test
	void usesOwnProvider() {
		List<String> channels = new ArrayList<>();
		this.contextRunner.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class))
			.withBean(SparkChannelProvider.class, () -> (session, protection) -> {
				channels.add(SparkChannelProvider.channelName(session));
				return SparkChannelFactory.netty(List.of());
			})
			.run((context) -> assertThat(channels).containsExactly("sparkex"));
	}

	@Test
	void backsOffWithoutNetDevh() {
		this.netDevh
			.withClassLoader(new FilteredClassLoader(net.devh.boot.grpc.client.channelfactory.GrpcChannelFactory.class))
			.run((context) -> assertThat(context).hasSingleBean(SparkChannelConfigurer.class)
				.doesNotHaveBean(SparkChannelProvider.class));
	}

	@Test
	void backsOffWithoutSpringGrpc() {
		this.springGrpc.run((context) -> assertThat(context).hasSingleBean(SpringGrpcChannelProvider.class));
		this.springGrpc.withClassLoader(new FilteredClassLoader(GrpcChannelFactory.class))
			.run((context) -> assertThat(context).hasSingleBean(SparkChannelConfigurer.class)
				.doesNotHaveBean(SparkChannelProvider.class));
	}

	@Test
	void backsOffWhenDisabled() {
		this.netDevh.withPropertyValues("sparkex.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(SparkChannelConfigurer.class)
				.doesNotHaveBean(SparkChannelProvider.class));
	}

}
