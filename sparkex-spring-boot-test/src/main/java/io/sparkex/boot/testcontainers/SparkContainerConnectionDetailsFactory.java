package io.sparkex.boot.testcontainers;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.testcontainers.containers.Container;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;

/**
 * {@link ContainerConnectionDetailsFactory} to create {@link SparkConnectionDetails} from
 * a {@link ServiceConnection @ServiceConnection}-annotated {@link SparkConnectContainer},
 * or any container whose image or connection name is {@code apache/spark} or
 * {@code spark}.
 */
class SparkContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, SparkConnectionDetails> {

	SparkContainerConnectionDetailsFactory() {
		super(List.of("apache/spark", "spark"));
	}

	@Override
	protected boolean sourceAccepts(ContainerConnectionSource<Container<?>> source, Class<?> requiredContainerType,
			Class<?> requiredConnectionDetailsType) {
		return super.sourceAccepts(source, requiredContainerType, requiredConnectionDetailsType)
				|| source.accepts(ANY_CONNECTION_NAME, SparkConnectContainer.class, requiredConnectionDetailsType);
	}

	@Override
	protected SparkConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new SparkContainerConnectionDetails(source);
	}

	/**
	 * {@link SparkConnectionDetails} backed by a {@link ContainerConnectionSource}.
	 */
	private static final class SparkContainerConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements SparkConnectionDetails {

		private SparkContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public String getUrl() {
			return SparkConnectContainer.url(getContainer(), getSslBundle() != null);
		}

		@Override
		public @Nullable String getToken() {
			return getContainer().getEnvMap().get(SparkConnectContainer.TOKEN);
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
			return super.getSslBundle();
		}

	}

}
