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
 * An unpacked Spark distribution, whose {@code jars} directory is the class path of the
 * server.
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
					"No Spark 4 at " + home + ": " + folder + " does not contain spark-core_2.13-<version>.jar");
		}
		SparkVersion.check(version);
		if (!connect) {
			throw new EmbeddedSparkException("The Spark " + version + " at " + home + " has no Connect server: add"
					+ " spark-connect_2.13-" + version + ".jar to " + folder
					+ ", or remove sparkHome(..) to resolve Spark through Maven");
		}
		return new ServerClassPath(version, jars);
	}

	private static List<Path> list(Path home, Path folder) {
		if (!Files.isDirectory(folder)) {
			throw new EmbeddedSparkException("No Spark at " + home + ": the directory " + folder
					+ " does not exist; sparkHome(..) is the directory of an unpacked Spark distribution, as SPARK_HOME");
		}
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
			List<Path> jars = new ArrayList<>();
			entries.forEach((jar) -> jars.add(jar.toAbsolutePath()));
			// Directory order differs between file systems, but a class path needs a
			// stable order.
			Collections.sort(jars);
			return jars;
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot read " + folder + ": " + ex.getMessage(), ex);
		}
	}

}
