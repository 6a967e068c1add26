package io.sparkex.boot.info;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkVersionProbe;

/**
 * {@link InfoContributor} that exposes the version of this client and of the servers that
 * respond within two seconds.
 *
 * @since 0.1.0
 */
public class SparkInfoContributor implements InfoContributor {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final Map<String, SparkVersionProbe> probes = new TreeMap<>();

	/**
	 * Creates a contributor.
	 * @param sessions the session beans by name
	 */
	public SparkInfoContributor(Map<String, SparkSession> sessions) {
		sessions.forEach((name, session) -> this.probes.put(name, new SparkVersionProbe(session, TIMEOUT)));
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> info = new LinkedHashMap<>();
		String version = SparkSession.class.getPackage().getImplementationVersion();
		if (version != null) {
			info.put("client", version);
		}
		Map<String, Callable<SparkVersionProbe.Result>> results = new TreeMap<>();
		this.probes.forEach((name, probe) -> results.put(name, probe.start()));
		Map<String, String> servers = new TreeMap<>();
		results.forEach((name, result) -> servers.put(name, version(result)));
		info.put("servers", servers);
		builder.withDetail("sparkex", info);
	}

	private static String version(Callable<SparkVersionProbe.Result> result) {
		try {
			return result.call().version();
		}
		catch (Exception ex) {
			return "unavailable";
		}
	}

}
