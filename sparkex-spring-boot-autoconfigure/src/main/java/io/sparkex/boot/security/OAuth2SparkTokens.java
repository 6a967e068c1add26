package io.sparkex.boot.security;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

import io.sparkex.connect.SparkToken;

/**
 * Converter of access tokens of OAuth2 clients to Spark tokens.
 */
final class OAuth2SparkTokens {

	private OAuth2SparkTokens() {
	}

	static SparkToken of(@Nullable OAuth2AuthorizedClient client, String registrationId) {
		if (client == null) {
			throw new IllegalStateException("The OAuth2 client '" + registrationId
					+ "' does not provide a token without a user. Use the grant type client_credentials");
		}
		OAuth2AccessToken token = client.getAccessToken();
		SparkToken sparkToken = SparkToken.of(token.getTokenValue());
		Instant expiresAt = token.getExpiresAt();
		return (expiresAt != null) ? sparkToken.expiringAt(expiresAt) : sparkToken;
	}

	static boolean has(@Nullable OAuth2AuthorizedClient client, SparkToken token) {
		return client != null && client.getAccessToken().getTokenValue().equals(token.value());
	}

}
