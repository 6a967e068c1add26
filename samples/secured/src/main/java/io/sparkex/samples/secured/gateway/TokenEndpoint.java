package io.sparkex.samples.secured.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OAuth2 token endpoint for a single client. A real endpoint uses TLS.
 */
final class TokenEndpoint implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(TokenEndpoint.class);

	private static final String CLIENT_ID = "secured";

	private final String clientSecret = UUID.randomUUID().toString();

	private final AccessTokens tokens;

	private final HttpServer server;

	TokenEndpoint(AccessTokens tokens) throws IOException {
		this.tokens = tokens;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/token", this::handle);
		this.server.start();
	}

	String uri() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/token";
	}

	String clientSecret() {
		return this.clientSecret;
	}

	private void handle(HttpExchange exchange) throws IOException {
		String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		if (!credentials().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			respond(exchange, 401, "{\"error\":\"invalid_client\"}");
		}
		else if (!form.contains("grant_type=client_credentials")) {
			respond(exchange, 400, "{\"error\":\"unsupported_grant_type\"}");
		}
		else {
			respond(exchange, 200, "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
				.formatted(this.tokens.issue(), AccessTokens.LIFETIME.toSeconds()));
			logger.info("Issued a token to client '{}' for {} s", CLIENT_ID, AccessTokens.LIFETIME.toSeconds());
		}
	}

	private String credentials() {
		String credentials = CLIENT_ID + ":" + this.clientSecret;
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	private static void respond(HttpExchange exchange, int status, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
