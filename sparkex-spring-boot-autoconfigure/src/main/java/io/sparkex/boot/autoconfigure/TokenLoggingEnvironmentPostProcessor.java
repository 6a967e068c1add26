package io.sparkex.boot.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@link EnvironmentPostProcessor} that keeps tokens out of the log when the root logger
 * is set to debug: gRPC logs the headers of each call at that level. Setting the level of
 * these loggers by their full names still logs the headers.
 */
class TokenLoggingEnvironmentPostProcessor implements EnvironmentPostProcessor {

	private static final Map<String, Object> LEVELS = Map.of("logging.level.io.grpc.netty.NettyClientHandler", "info",
			"logging.level.io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler", "info");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources().addLast(new MapPropertySource("sparkexLogging", LEVELS));
	}

}
