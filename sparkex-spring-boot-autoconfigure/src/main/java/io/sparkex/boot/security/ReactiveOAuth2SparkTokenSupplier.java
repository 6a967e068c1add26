package io.sparkex.boot.security;

import java.time.Duration;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

/**
 * {@link SparkTokenSupplier} that gets the tokens of the application from a reactive
 * OAuth2 client of Spring Security, like {@link OAuth2SparkTokenSupplier}. Blocks the
 * thread of the query while it gets a token.
 *
 * @since 0.1.0
 */
public class ReactiveOAuth2SparkTokenSupplier implements SparkTokenSupplier {

	/**
	 * The maximum time to get a token. It is limited, since other callers wait for the
	 * token as well.
	 */
	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final ReactiveOAuth2AuthorizedClientManager clients;

	private final ReactiveOAuth2AuthorizedClientService authorizedClients;

	private final String registrationId;

	private final String principal;

	/**
	 * Creates a supplier.
	 * @param clients the manager that authorizes clients outside of requests, such as
	 * {@code AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager}
	 * @param authorizedClients the service in which the manager stores tokens
	 * @param registrationId the ID of the client registration
	 * @param principal the name of the principal that owns the token
	 */
	public ReactiveOAuth2SparkTokenSupplier(ReactiveOAuth2AuthorizedClientManager clients,
			ReactiveOAuth2AuthorizedClientService authorizedClients, String registrationId, String principal) {
		this.clients = clients;
		this.authorizedClients = authorizedClients;
		this.registrationId = registrationId;
		this.principal = principal;
	}

	@Override
	public SparkToken get() {
		OAuth2AuthorizedClient client = this.clients.authorize(
				OAuth2AuthorizeRequest.withClientRegistrationId(this.registrationId).principal(this.principal).build())
			.block(TIMEOUT);
		return OAuth2SparkTokens.of(client, this.registrationId);
	}

	@Override
	public SparkToken replace(SparkToken rejected) {
		this.authorizedClients.<OAuth2AuthorizedClient>loadAuthorizedClient(this.registrationId, this.principal)
			.filter((client) -> OAuth2SparkTokens.has(client, rejected))
			.flatMap((client) -> this.authorizedClients.removeAuthorizedClient(this.registrationId, this.principal))
			.block(TIMEOUT);
		return get();
	}

}
