package io.sparkex.internal.transport;

import org.jspecify.annotations.Nullable;

/**
 * How the client introduces itself in the server's logs.
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
