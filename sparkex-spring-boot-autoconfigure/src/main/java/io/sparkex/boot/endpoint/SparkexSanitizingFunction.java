package io.sparkex.boot.endpoint;

import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * {@link SanitizingFunction} that masks Spark tokens in all actuator endpoints,
 * regardless of the {@code show-values} settings.
 *
 * @since 0.1.0
 */
public final class SparkexSanitizingFunction implements SanitizingFunction {

	private static final String SESSION = "(?i)sparkex[._](sessions[._].+[._])?";

	private static final Pattern SECRET_KEY = Pattern
		.compile(SESSION + "(token|connection[._]headers[._].*)|sparkex[._]embedded[._]config[._].*");

	/**
	 * Keys that Spark itself redacts.
	 */
	private static final Pattern SECRET_CONFIG = Pattern
		.compile(SESSION + "config[._].*(secret|password|token|access[._]?key).*");

	private static final Pattern URL_KEY = Pattern.compile(SESSION + "url|spark_remote");

	private static final Pattern SECRET_ENVIRONMENT = Pattern.compile("(?i)spark_connect_authenticate_token");

	/**
	 * URLs that have neither a token nor headers, which may be secrets.
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
