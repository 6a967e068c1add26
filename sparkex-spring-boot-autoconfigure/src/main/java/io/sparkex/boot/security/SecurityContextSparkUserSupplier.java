package io.sparkex.boot.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

import io.sparkex.boot.SparkUserSupplier;

/**
 * Names the user who is logged in, as Spring Security knows it for the thread.
 *
 * @since 0.1.0
 */
public class SecurityContextSparkUserSupplier implements SparkUserSupplier {

	private final SecurityContextHolderStrategy strategy;

	/**
	 * A supplier that asks where Spring Security keeps its context.
	 */
	public SecurityContextSparkUserSupplier() {
		this(SecurityContextHolder.getContextHolderStrategy());
	}

	/**
	 * A supplier.
	 * @param strategy knows the user
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
