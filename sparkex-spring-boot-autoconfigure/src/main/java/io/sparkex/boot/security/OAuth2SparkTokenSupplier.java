package io.sparkex.boot.security;

import java.time.Instant;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

import io.sparkex.transport.SparkToken;
import io.sparkex.transport.SparkTokenSupplier;

/**
 * Gets the tokens of the application itself from the OAuth2 client of Spring Security,
 * such as by client credentials. A token is renewed before it expires, and when Spark
 * refuses it.
 *
 * @since 0.1.0
 */
public class OAuth2SparkTokenSupplier implements SparkTokenSupplier {

	private final OAuth2AuthorizedClientManager clients;

	private final String registrationId;

	private final String principal;

	/**
	 * A supplier.
	 * @param clients gets tokens; one that works outside of requests, such as
	 * {@code AuthorizedClientServiceOAuth2AuthorizedClientManager}
	 * @param registrationId the id of the client registration to use
	 * @param principal the name under which the token is kept
	 */
	public OAuth2SparkTokenSupplier(OAuth2AuthorizedClientManager clients, String registrationId, String principal) {
		this.clients = clients;
		this.registrationId = registrationId;
		this.principal = principal;
	}

	@Override
	public SparkToken get() {
		OAuth2AuthorizedClient client = this.clients.authorize(
				OAuth2AuthorizeRequest.withClientRegistrationId(this.registrationId).principal(this.principal).build());
		if (client == null) {
			throw new IllegalStateException("The OAuth2 client '" + this.registrationId
					+ "' gives no token without a user. Use one with the grant type client_credentials");
		}
		OAuth2AccessToken token = client.getAccessToken();
		SparkToken sparkToken = SparkToken.of(token.getTokenValue());
		Instant expiresAt = token.getExpiresAt();
		return (expiresAt != null) ? sparkToken.expiringAt(expiresAt) : sparkToken;
	}

}
