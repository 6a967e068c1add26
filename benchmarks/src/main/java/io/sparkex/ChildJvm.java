package io.sparkex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The parent side of a child JVM that runs a {@link MeasureLoop}.
 */
final class ChildJvm implements AutoCloseable {

	/**
	 * The exit status of a JVM that is configured to exit when it runs out of memory.
	 */
	static final int OUT_OF_MEMORY = 3;

	private static final int GRACE_SECONDS = 10;

	private static final String END = "";

	private final String mainClass;

	private final Process process;

	private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

	private ChildJvm(String mainClass, Process process) {
		this.mainClass = mainClass;
		this.process = process;
		Thread reader = new Thread(this::readLines, "output of " + mainClass);
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Starts a JVM with the benchmarks and sparkex on its class path.
	 */
	static ChildJvm ours(Class<?> mainClass, List<String> jvmArgs, List<String> args, boolean quiet) {
		return start(mainClass, System.getProperty("java.class.path"), jvmArgs, args, quiet);
	}

	/**
	 * Starts a JVM with the jars of the official client and the JVM flags that it needs.
	 */
	static ChildJvm official(Class<?> mainClass, List<String> jvmArgs, List<String> args, boolean quiet) {
		List<String> flags = new ArrayList<>(jvmArgs);
		flags.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
		if (Runtime.version().feature() >= 23) {
			flags.add("--sun-misc-unsafe-memory-access=allow");
		}
		Path target = target();
		String classPath = target.resolve("classes") + System.getProperty("path.separator")
				+ target.resolve("official-client").resolve("*");
		return start(mainClass, classPath, flags, args, quiet);
	}

	/**
	 * Returns the folder with the classes, or the jar, of the benchmarks.
	 */
	static Path target() {
		try {
			Path self = Path.of(ChildJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			return self.resolveSibling("").toAbsolutePath();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ChildJvm start(Class<?> mainClass, String classPath, List<String> jvmArgs, List<String> args,
			boolean quiet) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(jvmArgs);
		command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-cp", classPath, mainClass.getName()));
		command.addAll(args);
		try {
			ProcessBuilder builder = new ProcessBuilder(command);
			builder.redirectError(quiet ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.INHERIT);
			return new ChildJvm(mainClass.getSimpleName(), builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void readLines() {
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			String line = output.readLine();
			while (line != null) {
				if (Sample.isLine(line)) {
					this.lines.add(line);
				}
				line = output.readLine();
			}
		}
		catch (IOException ex) {
			// The process was killed. Only its exit status matters.
		}
		this.lines.add(END);
	}

	/**
	 * Runs a measure in the child.
	 * @throws IllegalStateException if the child fails
	 */
	Sample run(String measure, Duration timeout) {
		Sample sample = tryRun(measure, timeout);
		if (sample == null) {
			throw new IllegalStateException("The measure " + measure + " of " + this.mainClass + " failed");
		}
		return sample;
	}

	/**
	 * Runs a measure that the child may not survive.
	 * @return the sample, or {@code null} if the child failed or timed out
	 */
	@Nullable Sample tryRun(String measure, Duration timeout) {
		try {
			Writer input = this.process.outputWriter(StandardCharsets.UTF_8);
			input.write(measure + "\n");
			input.flush();
		}
		catch (IOException ex) {
			return null;
		}
		return await(timeout);
	}

	/**
	 * Returns whether the child ran out of memory.
	 * @throws IllegalStateException if it is alive or exited for another reason
	 */
	void checkOutOfMemory() {
		try {
			boolean ended = this.process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
			if (!ended || this.process.exitValue() != OUT_OF_MEMORY) {
				throw new IllegalStateException(
						this.mainClass + (ended ? " failed, but not for lack of memory" : " took too long"));
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Waits for a sample that the child sends without a request.
	 * @return the sample, or {@code null} if the child failed or timed out
	 */
	@Nullable Sample await(Duration timeout) {
		try {
			String line = this.lines.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
			return (line != null && !line.equals(END)) ? Sample.parse(line) : null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	/**
	 * Stops the child after giving it time to release its session.
	 */
	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
			this.process.waitFor(5, TimeUnit.SECONDS);
		}
		catch (IOException ex) {
			// The child has already exited.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.process.destroyForcibly();
	}

}
