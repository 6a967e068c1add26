package io.sparkex.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Main class of the child JVM. Takes the Spark properties from standard input, so that
 * the token is on no command line, in no environment and on no disk, and ends when that
 * input ends, so that the child never outlives its parent. It runs on Spark's class path
 * without sparkex: it uses nothing but the JDK and is a single class file.
 */
final class ServerLauncher {

	static final int STOP = 's';

	private ServerLauncher() {
	}

	/**
	 * Runs the server.
	 * @param args the server's main class, then the work directory
	 * @throws Exception if the server cannot be started
	 */
	public static void main(String[] args) throws Exception {
		DataInputStream in = new DataInputStream(System.in);
		for (int count = in.readInt(); count > 0; count--) {
			System.setProperty(readString(in), readString(in));
		}
		Thread watcher = new Thread(() -> watch(in, Path.of(args[1])), "sparkex-parent-watch");
		watcher.setDaemon(true);
		watcher.start();
		try {
			Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
		}
		catch (InvocationTargetException ex) {
			ex.getTargetException().printStackTrace();
			// Threads that Spark has started by then would keep the process alive.
			System.exit(1);
		}
	}

	private static String readString(DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}

	private static void watch(InputStream in, Path workDirectory) {
		try {
			if (in.read() == STOP) {
				System.exit(0);
			}
		}
		catch (IOException ex) {
			// As good as the end of the input: the parent is gone.
		}
		try {
			delete(workDirectory);
		}
		finally {
			Runtime.getRuntime().halt(1);
		}
	}

	private static void delete(Path directory) {
		try (Stream<Path> paths = Files.walk(directory)) {
			paths.sorted(Comparator.reverseOrder()).forEach((path) -> path.toFile().delete());
		}
		catch (Exception ex) {
			// Nobody is left to hear about it.
		}
	}

}
