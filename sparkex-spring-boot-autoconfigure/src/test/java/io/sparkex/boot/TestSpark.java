package io.sparkex.boot;

import io.sparkex.embedded.EmbeddedSpark;

/**
 * The Spark that integration tests share. It ends with this JVM.
 */
public final class TestSpark {

	private static final EmbeddedSpark server = EmbeddedSpark.builder().start();

	private TestSpark() {
	}

	/**
	 * The properties of an application that uses it.
	 */
	public static String[] properties() {
		return new String[] { "sparkex.url=sc://" + server.host() + ":" + server.port(),
				"sparkex.token=" + server.token() };
	}

	/**
	 * Its port, for what stands between it and an application.
	 */
	public static int port() {
		return server.port();
	}

	/**
	 * Where it is, its token included.
	 */
	public static String url() {
		return server.connectionString();
	}

}
