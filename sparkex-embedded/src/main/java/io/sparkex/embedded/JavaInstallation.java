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
 * The Java that runs the server, and whether a given Spark can run on it.
 */
record JavaInstallation(Path home, Path executable, String version) {

	private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d+).*");

	private static final Pattern BANNER = Pattern.compile("version \"([^\"]+)\"");

	private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

	/**
	 * Without an explicit home this is the Java of the application itself, which is known
	 * to be there, unless this Spark works better on the one that JAVA_HOME names.
	 */
	static JavaInstallation find(@Nullable Path requested, String sparkVersion) {
		if (requested != null) {
			return at(requested).requireFor(sparkVersion);
		}
		return choose(Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME"))
			.filter((home) -> home != null && Files.isExecutable(executableIn(Path.of(home))))
			.map(Path::of)
			.toList(), sparkVersion);
	}

	/**
	 * The first home whose Java runs this Spark to the full, else the first that runs it.
	 */
	static JavaInstallation choose(List<Path> homes, String sparkVersion) {
		JavaInstallation chosen = null;
		for (Path home : homes) {
			JavaInstallation java = at(home);
			if (java.runs(sparkVersion) && SparkVersion.readsFiles(sparkVersion, java.feature())) {
				return java;
			}
			if (chosen == null || (java.runs(sparkVersion) && !chosen.runs(sparkVersion))) {
				chosen = java;
			}
		}
		if (chosen == null) {
			throw new EmbeddedSparkException("No Java found to run Spark with: set JAVA_HOME or call javaHome(..)"
					+ " on the builder, with a JDK or JRE " + SparkVersion.MINIMUM_JAVA + " or later");
		}
		return chosen.requireFor(sparkVersion);
	}

	static JavaInstallation at(Path home) {
		Path executable = executableIn(home);
		if (!Files.isExecutable(executable)) {
			throw new EmbeddedSparkException("No Java at " + home + ": " + executable
					+ " is not an executable file; check javaHome(..) on the builder, or JAVA_HOME");
		}
		String version = releaseVersion(home.resolve("release"));
		return new JavaInstallation(home, executable,
				(version != null) ? version : askForVersion(executable, ANSWER_LIMIT));
	}

	/**
	 * Refuses a Java on which the given Spark is known not to start.
	 */
	JavaInstallation requireFor(String sparkVersion) {
		if (!runs(sparkVersion)) {
			int maximum = SparkVersion.maximumJava(sparkVersion);
			String range = (maximum < Integer.MAX_VALUE) ? " to " + maximum : " or later";
			throw new EmbeddedSparkException("Spark " + sparkVersion + " needs Java " + SparkVersion.MINIMUM_JAVA
					+ range + ", but " + this.home + " is Java " + this.version
					+ "; name another one with javaHome(..) on the builder, or with JAVA_HOME");
		}
		return this;
	}

	private boolean runs(String sparkVersion) {
		return feature() >= SparkVersion.MINIMUM_JAVA && feature() <= SparkVersion.maximumJava(sparkVersion);
	}

	int feature() {
		Matcher matcher = FEATURE.matcher(this.version);
		if (!matcher.matches()) {
			throw new EmbeddedSparkException("Cannot tell the version of the Java at " + this.home + " from '"
					+ this.version + "'; name another one with javaHome(..) on the builder");
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

	static String askForVersion(Path executable, Duration limit) {
		try {
			// Into a file: the read of a pipe has no limit.
			Path answer = Files.createTempFile("sparkex-java-", ".txt");
			try {
				return askForVersion(executable, limit, answer);
			}
			finally {
				Files.deleteIfExists(answer);
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

	private static String askForVersion(Path executable, Duration limit, Path answer)
			throws IOException, InterruptedException {
		Process process = new ProcessBuilder(executable.toString(), "-version").redirectErrorStream(true)
			.redirectOutput(answer.toFile())
			.start();
		try {
			process.getOutputStream().close();
			if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new EmbeddedSparkException(executable + " -version did not end within " + limit
						+ "; name another Java with javaHome(..) on the builder, or with JAVA_HOME");
			}
		}
		finally {
			process.destroyForcibly();
		}
		String banner = new String(Files.readAllBytes(answer), Charset.defaultCharset());
		Matcher matcher = BANNER.matcher(banner);
		return matcher.find() ? matcher.group(1) : banner.strip();
	}

}
