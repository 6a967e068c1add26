package io.sparkex.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A Java installation to run the server, and its compatibility with Spark.
 */
record JavaInstallation(Path home, Path executable, String version) {

	private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d+).*");

	private static final Pattern BANNER = Pattern.compile("version \"([^\"]+)\"");

	private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(10);

	/**
	 * Finds the Java installation. By default, it is the one of the application, or
	 * JAVA_HOME if the Spark version does not fully support the former.
	 */
	static JavaInstallation find(@Nullable Path requested, String sparkVersion) {
		if (requested != null) {
			return at(requested).requireSupportFor(sparkVersion);
		}
		return choose(Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME"))
			.filter((home) -> home != null && Files.isExecutable(executableIn(Path.of(home))))
			.map(Path::of)
			.toList(), sparkVersion);
	}

	/**
	 * Returns the first installation that fully supports the Spark version, or the first
	 * one that runs it.
	 */
	static JavaInstallation choose(List<Path> homes, String sparkVersion) {
		JavaInstallation chosen = null;
		for (Path home : homes) {
			JavaInstallation java = at(home);
			if (java.runs(sparkVersion) && SparkVersion.supportsFiles(sparkVersion, java.feature())) {
				return java;
			}
			if (chosen == null || (java.runs(sparkVersion) && !chosen.runs(sparkVersion))) {
				chosen = java;
			}
		}
		if (chosen == null) {
			throw new EmbeddedSparkException("No Java installation found to run Spark: set JAVA_HOME or javaHome(..)"
					+ " on the builder to a JDK or JRE " + SparkVersion.MINIMUM_JAVA + " or later");
		}
		return chosen.requireSupportFor(sparkVersion);
	}

	static JavaInstallation at(Path home) {
		Path executable = executableIn(home);
		if (!Files.isExecutable(executable)) {
			throw new EmbeddedSparkException("No Java at " + home + ": " + executable
					+ " is not an executable file; check javaHome(..) on the builder, or JAVA_HOME");
		}
		String version = releaseVersion(home.resolve("release"));
		return new JavaInstallation(home, executable,
				(version != null) ? version : askForVersion(executable, VERSION_TIMEOUT));
	}

	/**
	 * Throws an exception if the Spark version does not start on this Java version.
	 */
	JavaInstallation requireSupportFor(String sparkVersion) {
		if (!runs(sparkVersion)) {
			int maximum = SparkVersion.maximumJava(sparkVersion);
			String range = (maximum < Integer.MAX_VALUE) ? " to " + maximum : " or later";
			throw new EmbeddedSparkException("Spark " + sparkVersion + " requires Java " + SparkVersion.MINIMUM_JAVA
					+ range + ", but " + this.home + " is Java " + this.version
					+ "; set another installation with javaHome(..) on the builder, or with JAVA_HOME");
		}
		return this;
	}

	private boolean runs(String sparkVersion) {
		return feature() >= SparkVersion.MINIMUM_JAVA && feature() <= SparkVersion.maximumJava(sparkVersion);
	}

	int feature() {
		Matcher matcher = FEATURE.matcher(this.version);
		if (!matcher.matches()) {
			throw new EmbeddedSparkException(
					"Cannot parse the version '" + this.version + "' of the Java installation at " + this.home
							+ "; set another installation with javaHome(..) on the builder");
		}
		return Integer.parseInt(matcher.group(1));
	}

	private static Path executableIn(Path home) {
		return home.resolve("bin").resolve((File.separatorChar == '\\') ? "java.exe" : "java");
	}

	private static @Nullable String releaseVersion(Path release) {
		if (!Files.isReadable(release)) {
			return null;
		}
		Properties properties = new Properties();
		try (InputStream in = Files.newInputStream(release)) {
			properties.load(in);
		}
		catch (IOException | IllegalArgumentException ex) {
			return null;
		}
		String version = properties.getProperty("JAVA_VERSION");
		return (version != null) ? version.replace("\"", "").strip() : null;
	}

	static String askForVersion(Path executable, Duration timeout) {
		try {
			// The output goes to a file, since reading from a pipe has no timeout.
			Path output = Files.createTempFile("sparkex-java-", ".txt");
			try {
				return askForVersion(executable, timeout, output);
			}
			finally {
				Files.deleteIfExists(output);
			}
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot run " + executable + ": " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedSparkException("Interrupted while asking " + executable + " for its version", ex);
		}
	}

	private static String askForVersion(Path executable, Duration timeout, Path output)
			throws IOException, InterruptedException {
		Process process = new ProcessBuilder(executable.toString(), "-version").redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			process.getOutputStream().close();
			if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new EmbeddedSparkException(executable + " -version did not end within " + timeout
						+ "; set another installation with javaHome(..) on the builder, or with JAVA_HOME");
			}
		}
		finally {
			process.destroyForcibly();
		}
		String banner = new String(Files.readAllBytes(output), Charset.defaultCharset());
		Matcher matcher = BANNER.matcher(banner);
		return matcher.find() ? matcher.group(1) : banner.strip();
	}

}
