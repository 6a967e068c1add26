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

	private static final String SESSION = "(?i)sparkex[._](sessions[._].+[._])?";

	private static final Pattern SECRET_KEY = Pattern
		.compile(SESSION + "(token|connection[._]headers[._].*)|sparkex[._]embedded[._]config[._].*");

	/**
	 * What Spark itself masks.
	 */
	private static final Pattern SECRET_CONFIG = Pattern
		.compile(SESSION + "config[._].*(secret|password|token|access[._]?key).*");

	private static final Pattern URL_KEY = Pattern.compile(SESSION + "url|spark_remote");

	private static final Pattern SECRET_ENVIRONMENT = Pattern.compile("(?i)spark_connect_authenticate_token");

	/**
	 * Parameters that are not headers, which may be secrets, nor the token.
	 */
	private static final Pattern HARMLESS_URL = Pattern
		.compile("[^;@]*(;\\s*((use_ssl|user_id|user_agent|session_id|grpc_max_message_size)=[^;]*)?)*");

	@Override
	public SanitizableData apply(SanitizableData data) {
		String key = data.getKey().replace(".[", ".").replace('[', '.').replace("]", "");
		boolean secret = SECRET_KEY.matcher(key).matches() || SECRET_CONFIG.matcher(key).matches()
				|| SECRET_ENVIRONMENT.matcher(key).matches();
		boolean url = URL_KEY.matcher(key).matches()
				&& !HARMLESS_URL.matcher(String.valueOf(data.getValue())).matches();
		return (secret || url) ? data.withSanitizedValue() : data;
	}

}
