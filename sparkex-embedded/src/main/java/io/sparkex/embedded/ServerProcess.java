package io.sparkex.embedded;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of the child JVM.
 */
final class ServerProcess {

	private static final Logger logger = LoggerFactory.getLogger(ServerProcess.class);

	private static final Duration KILL_GRACE = Duration.ofSeconds(10);

	private static final Set<String> JAVA_OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

	private final Process process;

	private final ServerOutput output;

	private ServerProcess(Process process, ServerOutput output) {
		this.process = process;
		this.output = output;
	}

	static ServerProcess start(List<String> command, Map<String, String> properties) {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		// Only the builder configures the server, not the environment of this process.
		builder.environment().keySet().removeIf(ServerProcess::setsOptions);
		builder.environment().put("SPARK_LOCAL_IP", ServerConfiguration.LOOPBACK);
		try {
			Process process = builder.start();
			ServerOutput output = new ServerOutput(process.getInputStream(),
					String.valueOf(properties.get(ServerConfiguration.TOKEN)));
			Thread reader = new Thread(output, "sparkex-embedded-output-" + process.pid());
			reader.setDaemon(true);
			reader.start();
			send(process.getOutputStream(), properties);
			return new ServerProcess(process, output);
		}
		catch (IOException ex) {
			throw new EmbeddedSparkException("Cannot run " + command.get(0) + ": " + ex.getMessage(), ex);
		}
	}

	static boolean setsOptions(String variable) {
		return variable.startsWith("SPARK_") || JAVA_OPTIONS.contains(variable);
	}

	/**
	 * Waits until the server listens and returns its port.
	 */
	int awaitPort(Duration timeout) {
		try {
			Integer port = this.output.port().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
			if (port != null) {
				return port;
			}
			String code = this.process.waitFor(1, TimeUnit.SECONDS) ? "exit code " + this.process.exitValue()
					: "its output closed";
			throw new EmbeddedSparkException("Spark ended during startup (" + code + "). " + this.output.tail());
		}
		catch (TimeoutException ex) {
			throw new EmbeddedSparkException("Spark was not ready within " + timeout
					+ "; increase startupTimeout(..) on the builder. " + this.output.tail(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EmbeddedSparkException("Interrupted while Spark was starting", ex);
		}
		catch (ExecutionException ex) {
			throw new EmbeddedSparkException("Cannot read the output of Spark", ex);
		}
	}

	/**
	 * Registers a callback that is called once, in a thread of the JDK, when the process
	 * has ended.
	 */
	void whenEnded(Consumer<String> callback) {
		var unused = this.process.onExit().thenAccept((ended) -> callback.accept("exit code " + ended.exitValue()));
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	ProcessHandle handle() {
		return this.process.toHandle();
	}

	/**
	 * Stops the server and waits for it to exit. The server writes its class data archive
	 * first, if a file is given. Kills the process after the grace period.
	 * @return whether the server exited normally
	 */
	boolean stop(@Nullable Path archive, Duration grace) {
		try {
			DataOutputStream commands = new DataOutputStream(this.process.getOutputStream());
			commands.write((archive != null) ? ServerLauncher.ARCHIVE : ServerLauncher.STOP);
			if (archive != null) {
				write(commands, archive.toString());
			}
			commands.flush();
		}
		catch (IOException ex) {
			logger.trace("The server does not accept commands anymore", ex);
		}
		if (await(grace)) {
			return this.process.exitValue() == 0;
		}
		logger.debug("Spark did not stop within {} and is killed", grace);
		kill();
		return false;
	}

	void kill() {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
		await(KILL_GRACE);
	}

	/**
	 * Waits uninterruptibly, since the caller deletes the files of the process
	 * afterwards.
	 */
	private boolean await(Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return this.process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static void send(OutputStream stream, Map<String, String> properties) {
		try {
			DataOutputStream out = new DataOutputStream(stream);
			out.writeInt(properties.size());
			for (Map.Entry<String, String> property : properties.entrySet()) {
				write(out, property.getKey());
				write(out, property.getValue());
			}
			out.flush();
		}
		catch (IOException ex) {
			// The child has already ended, and its output contains the reason.
			logger.trace("The server did not read its properties", ex);
		}
	}

	private static void write(DataOutputStream out, @Nullable String text) throws IOException {
		byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

}
