package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Details required to connect to a Spark Connect server. A bean of this type replaces the
 * properties {@code sparkex.url}, {@code sparkex.token}, {@code sparkex.user-id} and
 * {@code sparkex.ssl}.
 *
 * @since 0.1.0
 */
public interface SparkConnectionDetails extends ConnectionDetails {

	/**
	 * Attribute of bean definitions whose connection details redirect existing sessions
	 * to another server, for example in tests, without causing a default session to be
	 * created.
	 */
	String OVERRIDE_ONLY = "io.sparkex.boot.override-only";

	/**
	 * Returns the URL of the server.
	 * @return the connection string, {@code sc://host:port/;key=value;...}
	 */
	default String getUrl() {
		return "sc://localhost:15002";
	}

	/**
	 * Returns whether the application configures a server. Otherwise the URL is a
	 * default, and health is unknown instead of down if no server answers there.
	 * @return {@code false} if the URL is a default
	 */
	default boolean isConfigured() {
		return true;
	}

	/**
	 * Returns the bearer token, which replaces a token in the URL. Must not be logged.
	 * @return the token or {@code null}
	 */
	default @Nullable String getToken() {
		return null;
	}

	/**
	 * Returns whether the token may be sent unencrypted to another machine, for example
	 * to a container host in tests. The property
	 * {@code sparkex.connection.allow-token-over-plaintext} allows it as well.
	 * @return {@code true} if the token may be sent unencrypted
	 */
	default boolean isTokenAllowedOverPlaintext() {
		return false;
	}

	/**
	 * Returns the ID of the user that queries run for, which replaces a user in the URL.
	 * @return the user ID, or {@code null} for the user that runs this JVM
	 */
	default @Nullable String getUserId() {
		return null;
	}

	/**
	 * Returns the SSL bundle for the connection.
	 * @return the bundle, or {@code null} to use TLS only if the URL or a token requires
	 * it, with the trust store of the JVM
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

}
