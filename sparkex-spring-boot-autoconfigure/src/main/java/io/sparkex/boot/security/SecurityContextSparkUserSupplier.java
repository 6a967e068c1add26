package io.sparkex.boot.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

import io.sparkex.boot.SparkUserSupplier;

/**
 * {@link SparkUserSupplier} that returns the authenticated user of the current security
 * context.
 *
 * @since 0.1.0
 */
public class SecurityContextSparkUserSupplier implements SparkUserSupplier {

	private final SecurityContextHolderStrategy strategy;

	/**
	 * Creates a supplier with the default strategy.
	 */
	public SecurityContextSparkUserSupplier() {
		this(SecurityContextHolder.getContextHolderStrategy());
	}

	/**
	 * Creates a supplier.
	 * @param strategy the strategy to get the security context
	 */
	public SecurityContextSparkUserSupplier(SecurityContextHolderStrategy strategy) {
		this.strategy = strategy;
	}

	@Override
	public @Nullable String getUserId() {
		Authentication authentication = this.strategy.getContext().getAuthentication();
		if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
			return null;
		}
		return authentication.isAuthenticated() ? authentication.getName() : null;
	}

}
