package io.sparkex.samples.secured.gateway;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Starts Spark, its gateway and the identity provider before the application, and says
 * where they are in properties, as whoever deploys an application does. They end after
 * it.
 */
public final class LocalInfrastructure implements ApplicationContextInitializer<GenericApplicationContext> {

	private static final Logger logger = LoggerFactory.getLogger(LocalInfrastructure.class);

	@Override
	public void initialize(GenericApplicationContext context) {
		AccessTokens tokens = new AccessTokens();
		EmbeddedSparkServer spark = closedWith(context, EmbeddedSparkServer.builder().start());
		try {
			Certificate certificate = Certificate.create();
			SparkGateway gateway = closedWith(context, new SparkGateway(spark, certificate, tokens));
			TokenEndpoint endpoint = closedWith(context, new TokenEndpoint(tokens));
			Map<String, Object> properties = Map.of("gateway.port", gateway.port(), "gateway.certificate",
					certificate.pem(), "gateway.token-uri", endpoint.uri(), "gateway.client-secret",
					endpoint.clientSecret());
			context.getEnvironment().getPropertySources().addLast(new MapPropertySource("gateway", properties));
			context.getBeanFactory().registerSingleton("accessTokens", tokens);
			logger.info("The gateway is on port {}, the token endpoint at {}", gateway.port(), endpoint.uri());
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException("The infrastructure did not start", ex);
		}
	}

	/**
	 * What is registered first is closed last: after all beans of the application.
	 */
	private static <T extends AutoCloseable> T closedWith(GenericApplicationContext context, T closeable) {
		DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
		beans.registerDisposableBean(closeable.getClass().getName(), closeable::close);
		return closeable;
	}

}
