package io.sparkex.boot.security;

import java.time.Duration;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

/**
 * Gets the tokens of the application itself from the reactive OAuth2 client of Spring
 * Security, as {@link OAuth2SparkTokenSupplier} does from the other. Blocks the thread
 * that runs a query while it gets one, as the query does.
 *
 * @since 0.1.0
 */
public class ReactiveOAuth2SparkTokenSupplier implements SparkTokenSupplier {

	/**
	 * Whoever else needs a token waits meanwhile.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ReactiveOAuth2AuthorizedClientManager clients;

	private final ReactiveOAuth2AuthorizedClientService kept;

	private final String registrationId;

	private final String principal;

	/**
	 * A supplier.
	 * @param clients gets tokens; one that works outside of requests, such as
	 * {@code AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager}
	 * @param kept where that keeps tokens until they expire
	 * @param registrationId the id of the client registration to use
	 * @param principal the name under which the token is kept
	 */
	public ReactiveOAuth2SparkTokenSupplier(ReactiveOAuth2AuthorizedClientManager clients,
			ReactiveOAuth2AuthorizedClientService kept, String registrationId, String principal) {
		this.clients = clients;
		this.kept = kept;
		this.registrationId = registrationId;
		this.principal = principal;
	}

	@Override
	public SparkToken get() {
		OAuth2AuthorizedClient client = this.clients.authorize(
				OAuth2AuthorizeRequest.withClientRegistrationId(this.registrationId).principal(this.principal).build())
			.block(PATIENCE);
		return OAuth2SparkTokens.of(client, this.registrationId);
	}

	@Override
	public SparkToken replace(SparkToken refused) {
		this.kept.<OAuth2AuthorizedClient>loadAuthorizedClient(this.registrationId, this.principal)
			.filter((client) -> OAuth2SparkTokens.has(client, refused))
			.flatMap((client) -> this.kept.removeAuthorizedClient(this.registrationId, this.principal))
			.block(PATIENCE);
		return get();
	}

}
