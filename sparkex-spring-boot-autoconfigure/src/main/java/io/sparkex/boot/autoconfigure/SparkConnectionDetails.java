package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Where the Spark Connect server is and who asks. A bean of this type takes the place of
 * the properties {@code sparkex.url}, {@code sparkex.token}, {@code sparkex.user-id} and
 * {@code sparkex.ssl}.
 *
 * @since 0.1.0
 */
public interface SparkConnectionDetails extends ConnectionDetails {

	/**
	 * An attribute of bean definitions: they lead the sessions that an application has to
	 * another server, such as in tests, and do not ask for a default session.
	 */
	String STAND_IN = "io.sparkex.boot.stand-in";

	/**
	 * Where the server is.
	 * @return a connection string, {@code sc://host:port/;key=value;...}
	 */
	default String getUrl() {
		return "sc://localhost:15002";
	}

	/**
	 * The bearer token, in the place of one in the URL. Must not be logged.
	 * @return the token or {@code null}
	 */
	default @Nullable String getToken() {
		return null;
	}

	/**
	 * Whether its token may travel unencrypted to another machine, such as one that runs
	 * the containers of tests.
	 * @return whether it may, where the property
	 * {@code sparkex.connection.allow-token-over-plaintext} does not allow it anyway
	 */
	default boolean isTokenAllowedOverPlaintext() {
		return false;
	}

	/**
	 * Who asks, in the place of one in the URL.
	 * @return the user or {@code null} for the one that runs this JVM
	 */
	default @Nullable String getUserId() {
		return null;
	}

	/**
	 * Whom to trust and who to be on an encrypted connection.
	 * @return the bundle, or {@code null} to encrypt only where the URL or a token asks
	 * for it, trusting what the JVM trusts
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
