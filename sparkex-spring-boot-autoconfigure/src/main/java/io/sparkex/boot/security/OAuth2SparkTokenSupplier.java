package io.sparkex.boot.security;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

/**
 * Gets the tokens of the application itself from the OAuth2 client of Spring Security,
 * such as by client credentials. A token is renewed before it expires, and when Spark
 * refuses it.
 *
 * @since 0.1.0
 */
public class OAuth2SparkTokenSupplier implements SparkTokenSupplier {

	private final OAuth2AuthorizedClientManager clients;

	private final OAuth2AuthorizedClientService kept;

	private final String registrationId;

	private final String principal;

	/**
	 * A supplier.
	 * @param clients gets tokens; one that works outside of requests, such as
	 * {@code AuthorizedClientServiceOAuth2AuthorizedClientManager}
	 * @param kept where that keeps tokens until they expire
	 * @param registrationId the id of the client registration to use
	 * @param principal the name under which the token is kept
	 */
	public OAuth2SparkTokenSupplier(OAuth2AuthorizedClientManager clients, OAuth2AuthorizedClientService kept,
			String registrationId, String principal) {
		this.clients = clients;
		this.kept = kept;
		this.registrationId = registrationId;
		this.principal = principal;
	}

	@Override
	public SparkToken get() {
		OAuth2AuthorizedClient client = this.clients.authorize(
				OAuth2AuthorizeRequest.withClientRegistrationId(this.registrationId).principal(this.principal).build());
		return OAuth2SparkTokens.of(client, this.registrationId);
	}

	@Override
	public SparkToken replace(SparkToken refused) {
		OAuth2AuthorizedClient client = this.kept.loadAuthorizedClient(this.registrationId, this.principal);
		if (OAuth2SparkTokens.has(client, refused)) {
			this.kept.removeAuthorizedClient(this.registrationId, this.principal);
		}
		return get();
	}

}
