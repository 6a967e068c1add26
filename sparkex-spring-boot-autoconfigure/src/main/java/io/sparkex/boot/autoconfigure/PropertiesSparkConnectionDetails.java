package io.sparkex.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Adapts {@link SparkexProperties} to {@link SparkConnectionDetails}. A property that is
 * set to nothing counts as not set, so that placeholders may have an empty default.
 */
final class PropertiesSparkConnectionDetails implements SparkConnectionDetails {

	private final SparkexProperties properties;

	PropertiesSparkConnectionDetails(SparkexProperties properties) {
		this.properties = properties;
	}

	@Override
	public String getUrl() {
		String url = this.properties.getUrl();
		return StringUtils.hasText(url) ? url : SparkConnectionDetails.super.getUrl();
	}

	@Override
	public @Nullable String getToken() {
		String token = this.properties.getToken();
		return StringUtils.hasText(token) ? token : null;
	}

	@Override
	public @Nullable String getUserId() {
		String userId = this.properties.getUserId();
		return StringUtils.hasText(userId) ? userId : null;
	}

}
