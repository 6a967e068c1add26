package io.sparkex.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The Java that runs the server, and whether a given Spark can run on it.
 */
record JavaInstallation(Path home, Path executable, String version) {

	private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d+).*");

	private static final Pattern BANNER = Pattern.compile("version \"([^\"]+)\"");

	private static final int MINIMUM_FEATURE = 17;

	/**
	 * Without an explicit home this is the Java of the application itself: it is known to
	 * be there and to be recent enough. A native image has none, and falls back to
	 * JAVA_HOME.
	 */
	static JavaInstallation find(@Nullable Path requested) {
		if (requested != null) {
			return at(requested);
		}
		for (String home : new String[] { System.getProperty("java.home"), System.getenv("JAVA_HOME") }) {
			if (home != null && Files.isExecutable(executableIn(Path.of(home)))) {
				return at(Path.of(home));
			}
		}
		throw new EmbeddedSparkException("No Java found to run Spark with: set JAVA_HOME or call javaHome(..)"
				+ " on the builder, with a JDK or JRE " + MINIMUM_FEATURE + " or later");
	}

	static JavaInstallation at(Path home) {
		Path executable = executableIn(home);
		if (!Files.isExecutable(executable)) {
			throw new EmbeddedSparkException("No Java at " + home + ": " + executable
					+ " is not an executable file; check javaHome(..) on the builder, or JAVA_HOME");
		}
		String version = releaseVersion(home.resolve("release"));
		return new JavaInstallation(home, executable, (version != null) ? version : askForVersion(executable));
	}

	/**
	 * Refuses a Java on which the given Spark is known not to start.
	 */
	void requireFor(String sparkVersion) {
		if (feature() < MINIMUM_FEATURE) {
			throw new EmbeddedSparkException("Spark " + sparkVersion + " needs Java " + MINIMUM_FEATURE
					+ " or later, but " + this.home + " is Java " + this.version
					+ "; name another one with javaHome(..) on the builder, or with JAVA_HOME");
		}
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

	private static String askForVersion(Path executable) {
		try {
			Process process = new ProcessBuilder(executable.toString(), "-version").redirectErrorStream(true).start();
			process.getOutputStream().close();
			String banner = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
			if (!process.waitFor(10, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
			Matcher matcher = BANNER.matcher(banner);
			return matcher.find() ? matcher.group(1) : banner.strip();
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot run " + executable + ": " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedSparkException("Interrupted while asking " + executable + " for its version", ex);
		}
	}

}
