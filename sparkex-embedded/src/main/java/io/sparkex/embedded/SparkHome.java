package io.sparkex.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An unpacked Spark distribution whose {@code jars} folder is the server's class path.
 */
final class SparkHome {

	private static final Pattern CORE_JAR = Pattern.compile("spark-core_2\\.13-(\\d.*)\\.jar");

	private SparkHome() {
	}

	static ServerClassPath read(Path home) {
		Path folder = home.resolve("jars");
		List<Path> jars = list(home, folder);
		String version = null;
		boolean connect = false;
		for (Path jar : jars) {
			String name = jar.getFileName().toString();
			Matcher matcher = CORE_JAR.matcher(name);
			if (matcher.matches()) {
				version = matcher.group(1);
			}
			connect |= name.startsWith("spark-connect_2.13-");
		}
		if (version == null) {
			throw new EmbeddedSparkException(
					"No Spark 4 at " + home + ": " + folder + " holds no spark-core_2.13-<version>.jar");
		}
		SparkVersion.check(version);
		if (!connect) {
			throw new EmbeddedSparkException("The Spark " + version + " at " + home + " has no Connect server: add"
					+ " spark-connect_2.13-" + version + ".jar to " + folder
					+ ", or leave sparkHome(..) away to have it resolved through Maven");
		}
		return new ServerClassPath(version, jars);
	}

	private static List<Path> list(Path home, Path folder) {
		if (!Files.isDirectory(folder)) {
			throw new EmbeddedSparkException("No Spark at " + home + ": there is no folder " + folder
					+ "; sparkHome(..) takes the folder that an unpacked Spark distribution has as SPARK_HOME");
		}
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
			List<Path> jars = new ArrayList<>();
			entries.forEach((jar) -> jars.add(jar.toAbsolutePath()));
			// The order of a folder differs between file systems; a class path must not.
			Collections.sort(jars);
			return jars;
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot read " + folder + ": " + ex.getMessage(), ex);
		}
	}

}
