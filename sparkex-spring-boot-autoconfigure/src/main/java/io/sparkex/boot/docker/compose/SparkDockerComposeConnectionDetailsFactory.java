package io.sparkex.boot.docker.compose;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;

/**
 * Makes {@link SparkConnectionDetails} of a service whose image is {@code apache/spark},
 * or that a label names so.
 */
class SparkDockerComposeConnectionDetailsFactory extends DockerComposeConnectionDetailsFactory<SparkConnectionDetails> {

	private static final int PORT = 15002;

	private static final String CONNECTION_LABEL = "org.springframework.boot.service-connection";

	SparkDockerComposeConnectionDetailsFactory() {
		super(new String[] { "apache/spark", "spark" });
	}

	/**
	 * Masters and workers have the image of the server, too: only what publishes the port
	 * of Spark Connect, or is said to be a server, is taken for one.
	 */
	@Override
	protected @Nullable SparkConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		RunningService service = source.getRunningService();
		boolean declared = service.labels().containsKey(CONNECTION_LABEL);
		return (declared || publishesPort(service)) ? new SparkDockerComposeConnectionDetails(service) : null;
	}

	private static boolean publishesPort(RunningService service) {
		try {
			service.ports().get(PORT);
			return true;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	/**
	 * What the running service tells.
	 */
	private static final class SparkDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements SparkConnectionDetails {

		private final String url;

		private final @Nullable String token;

		private final @Nullable SslBundle sslBundle;

		private SparkDockerComposeConnectionDetails(RunningService service) {
			super(service);
			this.sslBundle = getSslBundle(service);
			this.url = "sc://%s:%d/;use_ssl=%s".formatted(service.host(), service.ports().get(PORT),
					this.sslBundle != null);
			this.token = service.env().get("SPARK_CONNECT_AUTHENTICATE_TOKEN");
		}

		@Override
		public String getUrl() {
			return this.url;
		}

		@Override
		public @Nullable String getToken() {
			return this.token;
		}

		/**
		 * Engines on another machine, or around the container that this is, have their
		 * own address. No other token than that of the container may go there so.
		 */
		@Override
		public boolean isTokenAllowedOverPlaintext() {
			return getToken() != null;
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.sslBundle;
		}

	}

}
