package io.sparkex.boot.info;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkPing;

/**
 * Tells the version of this client and those of the Sparks it talks to, where they answer
 * soon.
 *
 * @since 0.1.0
 */
public class SparkInfoContributor implements InfoContributor {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Map<String, SparkPing> pings = new TreeMap<>();

	/**
	 * A contributor.
	 * @param sessions the sessions by the names of their beans
	 */
	public SparkInfoContributor(Map<String, SparkSession> sessions) {
		sessions.forEach((name, session) -> this.pings.put(name, new SparkPing(session, PATIENCE)));
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> info = new LinkedHashMap<>();
		String version = SparkSession.class.getPackage().getImplementationVersion();
		if (version != null) {
			info.put("client", version);
		}
		Map<String, Callable<SparkPing.Answer>> answers = new TreeMap<>();
		this.pings.forEach((name, ping) -> answers.put(name, ping.send()));
		Map<String, String> servers = new TreeMap<>();
		answers.forEach((name, answer) -> servers.put(name, version(answer)));
		info.put("servers", servers);
		builder.withDetail("sparkex", info);
	}

	private static String version(Callable<SparkPing.Answer> answer) {
		try {
			return answer.call().version();
		}
		catch (Exception ex) {
			return "unavailable";
		}
	}

}
