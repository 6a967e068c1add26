package io.sparkex.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * The user agent of the client in the logs of the server.
 */
final class UserAgent {

	private UserAgent() {
	}

	static String of(@Nullable String application) {
		String version = UserAgent.class.getPackage().getImplementationVersion();
		String client = "sparkex/" + ((version != null) ? version : "dev") + " java/" + Runtime.version().feature();
		return (application != null) ? application + " " + client : client;
	}

}
