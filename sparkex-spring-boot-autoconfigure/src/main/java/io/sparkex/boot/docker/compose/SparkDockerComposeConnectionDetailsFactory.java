package io.sparkex.boot.docker.compose;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;

/**
 * {@link DockerComposeConnectionDetailsFactory} to create {@link SparkConnectionDetails}
 * for a service whose image or connection label is {@code apache/spark} or {@code spark}.
 */
class SparkDockerComposeConnectionDetailsFactory extends DockerComposeConnectionDetailsFactory<SparkConnectionDetails> {

	private static final int PORT = 15002;

	private static final String CONNECTION_LABEL = "org.springframework.boot.service-connection";

	SparkDockerComposeConnectionDetailsFactory() {
		super(new String[] { "apache/spark", "spark" });
	}

	/**
	 * Creates connection details only for a service that publishes the Spark Connect port
	 * or has the label, since masters and workers have the same image.
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
	 * {@link SparkConnectionDetails} backed by a running service.
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
		 * Allows the token of the container to be sent unencrypted, since the container
		 * engine may run on another machine. Other tokens are not allowed.
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
