package io.sparkex.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Process of a JVM that runs {@link ParentApplication}.
 */
record ParentProcess(Process process, ProcessHandle server, Path workDirectory) implements AutoCloseable {

	static ParentProcess start(List<String> jvmArgs, String... args) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElseThrow());
		command.addAll(jvmArgs);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), ParentApplication.class.getName()));
		command.addAll(List.of(args));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		StringBuilder output = new StringBuilder();
		BufferedReader reader = process.inputReader();
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			output.append(line).append('\n');
			if (line.startsWith("SERVER ")) {
				String[] parts = line.split(" ", 3);
				ProcessHandle server = ProcessHandle.of(Long.parseLong(parts[1])).orElseThrow();
				return new ParentProcess(process, server, Path.of(parts[2]));
			}
		}
		throw new IllegalStateException("The application did not start a server:\n" + output);
	}

	/**
	 * Ends the application without closing its server.
	 */
	void exit() throws IOException {
		this.process.getOutputStream().close();
	}

	void awaitEndOfServer() throws Exception {
		this.server.onExit().get(30, TimeUnit.SECONDS);
	}

	/**
	 * Kills the application, so that the server has to detect it and clean up.
	 */
	@Override
	public void close() throws Exception {
		this.process.destroyForcibly();
		try {
			awaitEndOfServer();
		}
		finally {
			this.server.destroyForcibly();
		}
	}

}
