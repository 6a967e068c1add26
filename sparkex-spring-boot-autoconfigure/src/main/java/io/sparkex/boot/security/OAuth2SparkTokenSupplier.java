package io.sparkex.boot.security;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

/**
 * {@link SparkTokenSupplier} that gets the tokens of the application from an OAuth2
 * client of Spring Security, with the grant type client credentials. A token is replaced
 * before it expires, and when the server rejects it.
 *
 * @since 0.1.0
 */
public class OAuth2SparkTokenSupplier implements SparkTokenSupplier {

	private final OAuth2AuthorizedClientManager clients;

	private final OAuth2AuthorizedClientService authorizedClients;

	private final String registrationId;

	private final String principal;

	/**
	 * Creates a supplier.
	 * @param clients the manager that authorizes clients outside of requests, such as
	 * {@code AuthorizedClientServiceOAuth2AuthorizedClientManager}
	 * @param authorizedClients the service in which the manager stores tokens
	 * @param registrationId the ID of the client registration
	 * @param principal the name of the principal that owns the token
	 */
	public OAuth2SparkTokenSupplier(OAuth2AuthorizedClientManager clients,
			OAuth2AuthorizedClientService authorizedClients, String registrationId, String principal) {
		this.clients = clients;
		this.authorizedClients = authorizedClients;
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
	public SparkToken replace(SparkToken rejected) {
		OAuth2AuthorizedClient client = this.authorizedClients.loadAuthorizedClient(this.registrationId,
				this.principal);
		if (OAuth2SparkTokens.has(client, rejected)) {
			this.authorizedClients.removeAuthorizedClient(this.registrationId, this.principal);
		}
		return get();
	}

}
