package io.sparkex.boot.endpoint;

import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Masks tokens of Spark wherever the actuator shows values, even to those who may see
 * them.
 *
 * @since 0.1.0
 */
public final class SparkexSanitizingFunction implements SanitizingFunction {

	private static final Pattern SECRET_KEY = Pattern
		.compile("(?i)sparkex[._](sessions[._].+[._])?(token|connection[._]headers[._].*|embedded[._]config[._].*)");

	private static final Pattern URL_KEY = Pattern.compile("(?i)(sparkex[._](sessions[._].+[._])?url|spark_remote)");

	private static final Pattern SECRET_ENVIRONMENT = Pattern.compile("(?i)spark_connect_authenticate_token");

	private static final Pattern TOKEN_IN_URL = Pattern.compile("(?i);\\s*token=");

	@Override
	public SanitizableData apply(SanitizableData data) {
		String key = data.getKey();
		boolean secret = SECRET_KEY.matcher(key).matches() || SECRET_ENVIRONMENT.matcher(key).matches();
		boolean url = URL_KEY.matcher(key).matches() && TOKEN_IN_URL.matcher(String.valueOf(data.getValue())).find();
		return (secret || url) ? data.withSanitizedValue() : data;
	}

}
