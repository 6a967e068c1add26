package io.sparkex.boot.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps tokens out of the log when all is logged at debug level: gRPC writes the headers
 * of each call there. Whoever sets the level of these loggers by their full names sees
 * them nevertheless.
 */
class TokenLoggingEnvironmentPostProcessor implements EnvironmentPostProcessor {

	private static final Map<String, Object> LEVELS = Map.of("logging.level.io.grpc.netty.NettyClientHandler", "info",
			"logging.level.io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler", "info");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources().addLast(new MapPropertySource("sparkexLogging", LEVELS));
	}

}
