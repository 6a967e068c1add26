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
 * Initializer that starts Spark, its gateway and the identity provider before the
 * application, and sets their addresses as properties, as a deployment would. They stop
 * after the application.
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
			throw new IllegalStateException("Failed to start the infrastructure", ex);
		}
	}

	/**
	 * Registers a bean that is closed after all beans of the application, since beans are
	 * closed in reverse order.
	 */
	private static <T extends AutoCloseable> T closedWith(GenericApplicationContext context, T closeable) {
		DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
		beans.registerDisposableBean(closeable.getClass().getName(), closeable::close);
		return closeable;
	}

}
