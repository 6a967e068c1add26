package io.sparkex.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import javax.management.ObjectName;

/**
 * Main class of the child JVM. Reads the Spark properties from standard input, so that
 * the token does not appear on the command line, in the environment or on disk. Exits
 * when standard input ends, so that the child does not outlive its parent. Runs on the
 * class path of Spark without sparkex, so it uses only the JDK and consists of a single
 * class file.
 */
final class ServerLauncher {

	static final int STOP = 's';

	static final int ARCHIVE = 'a';

	private ServerLauncher() {
	}

	/**
	 * Runs the server.
	 * @param args the main class of the server and the work directory
	 * @throws Exception if the server cannot be started
	 */
	public static void main(String[] args) throws Exception {
		DataInputStream in = new DataInputStream(System.in);
		for (int count = in.readInt(); count > 0; count--) {
			System.setProperty(readString(in), readString(in));
		}
		ignoreTerminalSignals();
		Thread watcher = new Thread(() -> watch(in, Path.of(args[1])), "sparkex-parent-watch");
		watcher.setDaemon(true);
		watcher.start();
		try {
			Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
		}
		catch (InvocationTargetException ex) {
			ex.getTargetException().printStackTrace();
			// Threads of Spark would keep the process alive.
			System.exit(1);
		}
	}

	private static String readString(DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}

	/**
	 * Ignores the signals that a terminal sends to all of its processes on Ctrl-C or when
	 * it is closed. The parent stops this process, since it may still use it during its
	 * own shutdown.
	 */
	private static void ignoreTerminalSignals() {
		for (String name : new String[] { "INT", "HUP" }) {
			try {
				// Accessed by name, since compilers warn about this class and some JREs
				// do not have it.
				Class<?> signal = Class.forName("sun.misc.Signal");
				Class<?> handler = Class.forName("sun.misc.SignalHandler");
				signal.getMethod("handle", signal, handler)
					.invoke(null, signal.getConstructor(String.class).newInstance(name),
							handler.getField("SIG_IGN").get(null));
			}
			catch (ReflectiveOperationException ex) {
				// The signal does not exist, or -Xrs is set: the JVM then ends on it.
			}
		}
	}

	private static void watch(DataInputStream in, Path workDirectory) {
		try {
			int command = in.read();
			if (command == ARCHIVE) {
				archive(readString(in));
			}
			if (command == ARCHIVE || command == STOP) {
				System.exit(0);
			}
		}
		catch (IOException ex) {
			// The parent has ended, as at the end of the input.
		}
		try {
			delete(workDirectory);
		}
		finally {
			Runtime.getRuntime().halt(1);
		}
	}

	/**
	 * Writes the class data archive like jcmd VM.cds. The JVM could write it at exit, but
	 * would also do so when the parent was killed, which keeps the child alive for
	 * seconds.
	 */
	private static void archive(String file) {
		PrintStream out = System.out;
		// The JDK prints messages as for jcmd.
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		try {
			ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmCds",
						new Object[] { new String[] { "dynamic_dump", file } },
						new String[] { String[].class.getName() });
		}
		catch (Exception ex) {
			out.println("Failed to write the class data archive: " + ex);
		}
	}

	private static void delete(Path directory) {
		try (Stream<Path> paths = Files.walk(directory)) {
			paths.sorted(Comparator.reverseOrder()).forEach((path) -> path.toFile().delete());
		}
		catch (Exception ex) {
			// Cannot be reported, since the parent has ended.
		}
	}

}
