package io.sparkex.boot.info;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

import io.sparkex.SparkSession;
import io.sparkex.errors.SparkException;

/**
 * Tells the version of this client and those of the Sparks it talks to, where they answer
 * soon.
 *
 * @since 0.1.0
 */
public class SparkInfoContributor implements InfoContributor {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Map<String, SparkSession> sessions;

	/**
	 * A contributor.
	 * @param sessions the sessions by the names of their beans
	 */
	public SparkInfoContributor(Map<String, SparkSession> sessions) {
		this.sessions = new TreeMap<>(sessions);
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> info = new LinkedHashMap<>();
		String version = SparkSession.class.getPackage().getImplementationVersion();
		if (version != null) {
			info.put("client", version);
		}
		Map<String, String> servers = new TreeMap<>();
		this.sessions.forEach((name, session) -> {
			try {
				servers.put(name, session.ping(PATIENCE));
			}
			catch (SparkException | IllegalStateException ex) {
				servers.put(name, "unavailable");
			}
		});
		info.put("servers", servers);
		builder.withDetail("sparkex", info);
	}

}
